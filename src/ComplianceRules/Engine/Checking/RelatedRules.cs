using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Finds the rules that a row can have beside those of a pack.</summary>
internal static class RelatedRules
{
    /// <summary>The rules of the pack itself and of all packs that may stand in a stack with it.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="packs">All packs.</param>
    /// <param name="scopes">What each pack may speak of.</param>
    /// <param name="named">The id that other rules know a rule by, by its own full id.</param>
    public static IEnumerable<NamedRule> To(RulePack pack, PackSet packs, PackScopes scopes, IReadOnlyDictionary<string, (string Id, string Subject)> named)
    {
        HashSet<RulePack> known = [.. scopes.Of(pack)];
        return packs.Packs.Where(other => known.Contains(other) || Meet(pack, other, scopes.FormerCodes))
            .SelectMany(other => other.Rules.Select(rule => new NamedRule($"{other.Id}/{rule.Id}", named[$"{other.Id}/{rule.Id}"].Id, known.Contains(other), rule) { IsUnverified = IsUnverified(other, rule, scopes) }));
    }

    private static bool IsUnverified(RulePack pack, Rule rule, PackScopes scopes) =>
        rule.Binding == Binding.Mandatory && scopes.Instrument(pack, rule.Source.Instrument) is { Certainty: Certainty.Unverified };

    // A template may join the stack of any school.
    private static bool Meet(RulePack pack, RulePack other, FormerCodes codes) =>
        pack.Region is not { } own || other.Region is not { } theirs || pack.IsTemplate || other.IsTemplate || codes.Contains(own, theirs) || codes.Contains(theirs, own);
}
