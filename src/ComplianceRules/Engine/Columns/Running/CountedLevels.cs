using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Puts rules that others count before those that count them.</summary>
internal static class CountedLevels
{
    /// <summary>The rules and all that they count, over any number of steps, in passes that need only what went before.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="families">The rules in force.</param>
    public static ImmutableArray<ImmutableArray<CheckedRule>> Of(IEnumerable<CheckedRule> rules, RuleFamilies families)
    {
        Dictionary<CheckedRule, int> levels = new(ReferenceEqualityComparer.Instance);
        foreach (CheckedRule rule in rules) LevelOf(rule, families, levels);
        return [.. levels.GroupBy(l => l.Value).OrderBy(g => g.Key).Select(g => g.Select(l => l.Key).ToImmutableArray())];
    }

    // INVARIANT: the checker has refused rules that count each other in a circle.
    private static int LevelOf(CheckedRule rule, RuleFamilies families, Dictionary<CheckedRule, int> levels)
    {
        if (levels.TryGetValue(rule, out int known)) return known;
        int level = rule.Form.CountedRules.SelectMany(c => families.Of(c)).Select(below => LevelOf(below, families, levels) + 1).DefaultIfEmpty(0).Max();
        levels.Add(rule, level);
        return level;
    }
}
