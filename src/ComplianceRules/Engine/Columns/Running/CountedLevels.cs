using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Puts rules that others count before those that count them.</summary>
internal static class CountedLevels
{
    /// <summary>The rules and all that they count, over any number of steps, in passes that need only what went before.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="find">Finds a rule in force by its full id.</param>
    public static ImmutableArray<ImmutableArray<CheckedRule>> Of(IEnumerable<CheckedRule> rules, Func<string, CheckedRule?> find)
    {
        Dictionary<CheckedRule, int> levels = new(ReferenceEqualityComparer.Instance);
        foreach (CheckedRule rule in rules) LevelOf(rule, find, levels);
        return [.. levels.GroupBy(l => l.Value).OrderBy(g => g.Key).Select(g => g.Select(l => l.Key).ToImmutableArray())];
    }

    // INVARIANT: the checker has refused rules that count each other in a circle.
    private static int LevelOf(CheckedRule rule, Func<string, CheckedRule?> find, Dictionary<CheckedRule, int> levels)
    {
        if (levels.TryGetValue(rule, out int known)) return known;
        int level = rule.Form.CountedRule is { } counted && find(counted) is { } below ? LevelOf(below, find, levels) + 1 : 0;
        levels.Add(rule, level);
        return level;
    }
}
