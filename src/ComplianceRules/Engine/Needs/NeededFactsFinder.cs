using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Finds what the selected rules read, those that they count among them.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="options">What is to be judged.</param>
internal sealed class NeededFactsFinder(Catalogue catalogue, RunOptions options)
{
    private readonly Dictionary<string, CheckedRule> _rules = catalogue.Rules.ToDictionary(r => r.FullId, StringComparer.Ordinal);

    public NeededFacts Find()
    {
        ImmutableArray<RulePack> packs = catalogue.Scopes.Ordered(catalogue.Packs.Packs.Where(IsReached));
        FactNeeds needs = new(catalogue.Schema);
        foreach (CheckedRule rule in catalogue.Families.WithCounted(packs.SelectMany(Selected)).Where(r => packs.Contains(r.Pack))) needs.Add(rule);
        needs.Complete();
        ImmutableArray<PackIdentity> identities = [.. packs.Select(p => new PackIdentity(p.Id, p.Version.ToNormalizedString(), p.Region, p.Sha256))];
        return new NeededFacts(options, catalogue.Schema, identities, needs.Tables());
    }

    private bool IsReached(RulePack pack)
    {
        if (pack.IsTemplate) return options.SchoolPacks.Any(p => p.Pack == pack.Id);
        if (options.Only is not { } only) return true;
        return pack.Region is { } region && Meet(region, only) && (pack.Within.IsEmpty || pack.Within.Any(w => Meet(w, only)));
    }

    // Rows of the region asked for have the packs above it, and rows below it also those further in.
    private bool Meet(RegionCode region, RegionCode only) => catalogue.Schema.FormerCodes.Contains(region, only) || catalogue.Schema.FormerCodes.Contains(only, region);

    private IEnumerable<CheckedRule> Selected(RulePack pack) =>
        pack.Rules.Select(r => _rules[$"{pack.Id}/{r.Id}"]).Where(options.Selects);
}
