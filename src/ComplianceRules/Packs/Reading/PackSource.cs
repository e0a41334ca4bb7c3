using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>The files of one pack, read as JSON and not yet as a pack.</summary>
/// <remarks>What others need to know of a pack before it can be read is looked up without reporting; reading reports it.</remarks>
/// <param name="Folder">The folder.</param>
/// <param name="Roots">The root object of <c>pack.json</c>, then those of the files that it names; empty where <c>pack.json</c> cannot be used.</param>
/// <param name="Sha256">The fingerprint of the files, as <see cref="RulePack.Sha256"/> says.</param>
/// <param name="Files">The paths of the files in the folder, <c>pack.json</c> first.</param>
/// <param name="Problems">Takes what is wrong with the pack.</param>
internal sealed record PackSource(PackFolder Folder, ImmutableArray<JsonNode> Roots, string Sha256, ImmutableArray<string> Files, DiagnosticBag Problems)
{
    /// <summary>The id; null where it cannot be seen.</summary>
    public string? Id => IdNode?.Text;

    /// <summary>Where the id stands; null where it cannot be seen.</summary>
    public JsonNode? IdNode => Head?["id"] is { Kind: JsonKind.Text } id ? id : null;

    /// <summary>The ids of the packs that it extends.</summary>
    public IEnumerable<string> Extends => Head?["extends"] switch
    {
        null => [],
        { Kind: JsonKind.Array } many => many.Items.Select(ExtendedId).OfType<string>(),
        { } one => ExtendedId(one) is { } id ? [id] : [],
    };

    /// <summary>The counting units that it declares.</summary>
    public IEnumerable<string> CountingUnits =>
        Roots.SelectMany(r => r["units"]?.Members ?? []).Select(m => m.Name).Where(PackNames.IsUnitName);

    private JsonNode? Head => Roots.FirstOrDefault();

    private static string? ExtendedId(JsonNode node) => node.Kind switch
    {
        JsonKind.Text => node.Text,
        JsonKind.Object when node["id"] is { Kind: JsonKind.Text } id => id.Text,
        _ => null,
    };
}
