using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Finds the rules that others take the place of.</summary>
/// <param name="scopes">What each pack may speak of.</param>
internal sealed class OverriddenRules(PackScopes scopes)
{
    /// <summary>The rule that another one names, of the nearest pack further out that has it; null where there is none.</summary>
    /// <param name="pack">The pack of the rule that takes its place.</param>
    /// <param name="named">The name.</param>
    public (RulePack Pack, Rule Rule)? Find(RulePack pack, RuleReference named)
    {
        foreach (RulePack outer in scopes.Of(pack).Reverse().Where(p => p != pack))
        {
            if (outer.Rules.FirstOrDefault(r => named.Id == r.Id || named.Id == $"{outer.Id}/{r.Id}") is { } rule) return (outer, rule);
        }

        return null;
    }

    /// <summary>The full id of the rule furthest out whose place a rule takes, over any number of steps; null where it takes none.</summary>
    /// <param name="pack">The rule's pack.</param>
    /// <param name="rule">The rule.</param>
    public string? RootOf(RulePack pack, Rule rule)
    {
        HashSet<Rule> seen = new(ReferenceEqualityComparer.Instance);
        string? root = null;
        while (rule.Overrides is { } named && seen.Add(rule) && Find(pack, named) is { } found)
        {
            (pack, rule) = found;
            root = $"{pack.Id}/{rule.Id}";
        }

        return root;
    }
}
