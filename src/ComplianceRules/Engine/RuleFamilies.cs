using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The rules that answer for each other: one, and those that take its place in stacks further in.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class RuleFamilies
{
    private readonly FrozenDictionary<string, ImmutableArray<CheckedRule>> _families;

    /// <summary>Gathers rules.</summary>
    /// <param name="rules">The rules, those of all packs or those that are in force on a day.</param>
    public RuleFamilies(IEnumerable<CheckedRule> rules) =>
        _families = rules.GroupBy(r => r.Id, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>All rules.</summary>
    public IEnumerable<CheckedRule> All => _families.Values.SelectMany(f => f);

    /// <summary>The rules that answer where one is named: at most one of them judges a row.</summary>
    /// <param name="rule">The full id that findings know them by.</param>
    public ImmutableArray<CheckedRule> Of(string rule) => _families.GetValueOrDefault(rule, []);

    /// <summary>Some rules and all that they count, over any number of steps, each once.</summary>
    /// <param name="rules">The rules to begin with.</param>
    public IEnumerable<CheckedRule> WithCounted(IEnumerable<CheckedRule> rules)
    {
        HashSet<CheckedRule> seen = new(ReferenceEqualityComparer.Instance);
        Queue<CheckedRule> waiting = new(rules.Where(seen.Add));
        while (waiting.TryDequeue(out CheckedRule? rule))
        {
            yield return rule;
            foreach (CheckedRule counted in rule.Form.CountedRules.SelectMany(c => Of(c)).Where(seen.Add)) waiting.Enqueue(counted);
        }
    }
}
