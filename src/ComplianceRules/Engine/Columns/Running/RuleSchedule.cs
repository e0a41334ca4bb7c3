using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Which rules are judged, in which order and beside which others.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class RuleSchedule
{
    private RuleSchedule(ImmutableArray<ColumnRule> rules, int asked, ImmutableArray<RulePass> passes)
    {
        Rules = rules;
        Passes = passes;
        AskedFor = [.. rules.Take(asked).Select(r => r.Rule.FullId)];
    }

    /// <summary>The full ids of the rules asked for, in their order.</summary>
    public ImmutableArray<string> AskedFor { get; }

    /// <summary>The rules: those asked for in their order, then those that they count.</summary>
    public ImmutableArray<ColumnRule> Rules { get; }

    /// <summary>The passes: each needs only what those before it found.</summary>
    public ImmutableArray<RulePass> Passes { get; }

    /// <summary>Puts rules in order.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="rules">The rules asked for.</param>
    /// <param name="families">The rules in force.</param>
    public static RuleSchedule Of(ColumnPlan plan, IEnumerable<CheckedRule> rules, RuleFamilies families)
    {
        ImmutableArray<CheckedRule> asked = [.. rules];
        ImmutableArray<ImmutableArray<CheckedRule>> levels = CountedLevels.Of(asked, families);
        ImmutableArray<ColumnRule> all = [.. asked.Concat(levels.SelectMany(l => l).Except(asked)).Select(plan.Rule)];
        ImmutableArray<RulePass>.Builder passes = ImmutableArray.CreateBuilder<RulePass>();
        foreach (ImmutableArray<CheckedRule> level in levels)
        {
            HashSet<CheckedRule> here = [.. level];
            passes.AddRange(Enumerable.Range(0, all.Length).Where(r => here.Contains(all[r].Rule)).GroupBy(r => all[r].Rule.Rule.Subject, StringComparer.Ordinal)
                .Select(table => new RulePass(plan.Program(table.Key).Index, Groups(table, all))));
        }

        return new RuleSchedule(all, asked.Length, passes.ToImmutable());
    }

    /// <summary>The number of a rule asked for.</summary>
    /// <param name="rule">Its place among those asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public int Asked(int rule)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rule);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(rule, AskedFor.Length);
        return rule;
    }

    private static ImmutableArray<RuleGroup> Groups(IEnumerable<int> rules, ImmutableArray<ColumnRule> all) =>
        [.. rules.GroupBy(r => (all[r].Rule.Reach, all[r].Applies)).Select(g => new RuleGroup(all[g.First()].Rule.Rule.Subject, g.Key.Reach, g.Key.Applies, [.. g]))];
}
