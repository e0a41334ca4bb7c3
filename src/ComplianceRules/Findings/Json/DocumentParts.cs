using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>What a document tells once for all of its findings; of a finding alone there is nothing.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class DocumentParts
{
    private readonly Dictionary<(string Rule, string Pack), (LocalText Title, string Area)> _rules = [];
    private readonly Dictionary<string, string> _versions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Pack, string Id), JsonMembers> _instruments = [];
    private readonly Dictionary<(string Table, string Name), JsonMembers> _fields = [];

    private DocumentParts()
    {
    }

    /// <summary>Of a finding that stands by itself.</summary>
    public static DocumentParts None { get; } = new();

    /// <summary>Whether there is a document.</summary>
    public bool IsDocument { get; private init; }

    /// <summary>Reads them.</summary>
    /// <param name="document">The document.</param>
    /// <exception cref="AssessmentJsonFault">They are none.</exception>
    public static DocumentParts Of(JsonMembers document)
    {
        DocumentParts parts = new() { IsDocument = true };
        foreach (JsonMembers pack in document.Items("packs", AssessmentKeys.Pack)) parts._versions[pack.Text("id")] = pack.Text("version");
        foreach (JsonMembers rule in document.Items("rules", AssessmentKeys.Rule)) parts._rules[(rule.Text("id"), rule.Text("pack"))] = (rule.LocalText("title"), rule.Text("area"));
        foreach (JsonMembers instrument in Listed(document, "instruments", AssessmentKeys.Instrument)) parts._instruments[(instrument.Text("pack"), instrument.Text("id"))] = instrument;
        foreach (JsonMembers field in Listed(document, "fields", AssessmentKeys.Field)) parts._fields[(field.Text("table"), field.Text("name"))] = field;
        return parts;
    }

    /// <summary>The title and area of a rule; null where they stand in the finding.</summary>
    public (LocalText Title, string Area)? Rule(string rule, string pack) => _rules.TryGetValue((rule, pack), out (LocalText, string) told) ? told : null;

    /// <summary>A pack's version; null where it is not told.</summary>
    public string? Version(string pack) => _versions.GetValueOrDefault(pack);

    /// <summary>What a source does not say of its instrument; null where there is nothing more to say.</summary>
    public JsonMembers? Instrument(string pack, string id) => _instruments.GetValueOrDefault((pack, id));

    /// <summary>What a field is; null where that stands beside the change.</summary>
    public JsonMembers? Field(string table, string name) => _fields.GetValueOrDefault((table, name));

    private static IEnumerable<JsonMembers> Listed(JsonMembers document, string key, AssessmentKeys keys) => document.Has(key) ? document.Items(key, keys) : [];
}
