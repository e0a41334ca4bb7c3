using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>What the waivers of one place may speak of.</summary>
/// <param name="Pack">The pack that they stand in; null for a file apart, to which every pack is further out.</param>
/// <param name="Rules">The rules that they may excuse.</param>
/// <param name="Schema">The tables.</param>
/// <param name="FormerCodes">Codes of places that are no more.</param>
internal sealed record WaiverScope(RulePack? Pack, ImmutableArray<(RulePack Pack, Rule Rule)> Rules, FactSchema Schema, FormerCodes FormerCodes)
{
    private readonly ILookup<string, (RulePack Pack, Rule Rule)> _byName = Rules.SelectMany(r => new[] { KeyValuePair.Create(r.Rule.Id, r), KeyValuePair.Create(FullId(r), r) })
        .ToLookup(r => r.Key, r => r.Value, StringComparer.Ordinal);

    private readonly ILookup<string, (RulePack Pack, Rule Rule)> _byArea = Rules.ToLookup(r => r.Rule.Area, StringComparer.Ordinal);

    /// <summary>What the waivers of a pack may speak of: its rules and those of packs further out.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="scopes">What each pack may speak of.</param>
    /// <param name="schema">The tables that it may speak of.</param>
    public static WaiverScope Of(RulePack pack, PackScopes scopes, FactSchema schema) => new(pack, [.. scopes.Of(pack).SelectMany(p => p.Rules.Select(r => (p, r)))], schema, scopes.FormerCodes);

    /// <summary>The rules of an id, in its pack or full.</summary>
    /// <param name="name">The id.</param>
    public IEnumerable<(RulePack Pack, Rule Rule)> Named(string name) => _byName[name];

    /// <summary>The rules of an area.</summary>
    /// <param name="area">The area.</param>
    public IEnumerable<(RulePack Pack, Rule Rule)> OfArea(string area) => _byArea[area];

    /// <summary>The rule id or area nearest to one that there is not; null where none is near.</summary>
    /// <param name="waiver">What names it.</param>
    public string? Nearest(Waiver waiver) => waiver.Rule is { } rule
        ? NearestName.Of(rule, _byName.Select(r => r.Key))
        : NearestName.Of(waiver.Area!, _byArea.Select(a => a.Key));

    /// <summary>The full id of a rule.</summary>
    /// <param name="rule">The rule and its pack.</param>
    public static string FullId((RulePack Pack, Rule Rule) rule) => $"{rule.Pack.Id}/{rule.Rule.Id}";
}
