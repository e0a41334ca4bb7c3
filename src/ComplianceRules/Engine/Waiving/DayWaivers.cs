using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The waivers of a run, and which of them hold on the day for which rules.</summary>
/// <remarks>May be shared between threads: what is kept follows from the waivers and the day.</remarks>
internal sealed class DayWaivers
{
    private readonly FrozenDictionary<string, ImmutableArray<int>> _byRule;
    private readonly ConcurrentDictionary<CheckedRule, int[]> _ofRules = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<string, int[]> _shared = new(StringComparer.Ordinal);

    private DayWaivers(ImmutableArray<CheckedWaiver> all, DateOnly asOf)
    {
        All = all;
        AsOf = asOf;
        Dictionary<string, List<int>> byRule = new(StringComparer.Ordinal);
        foreach (int waiver in Enumerable.Range(0, all.Length).Where(w => all[w].Written.Contains(asOf)))
        {
            foreach (string rule in all[waiver].Rules)
            {
                if (!byRule.TryGetValue(rule, out List<int>? list)) byRule.Add(rule, list = []);
                list.Add(waiver);
            }
        }

        _byRule = byRule.ToFrozenDictionary(r => r.Key, r => r.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>All waivers, those that do not hold on the day too: of packs in ordinal order of their ids, then of the file, each in file order.</summary>
    public ImmutableArray<CheckedWaiver> All { get; }

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Gathers waivers.</summary>
    /// <param name="all">The waivers.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <returns>Them; null where there are none.</returns>
    public static DayWaivers? Of(ImmutableArray<CheckedWaiver> all, DateOnly asOf) => all.IsEmpty ? null : new DayWaivers(all, asOf);

    /// <summary>The waivers that hold for a rule on the day, by their numbers: those that end last come first, for of several a finding names one.</summary>
    /// <remarks>A waiver of a rule excuses from what takes its place too; a recorded reason only where that is of binding principle.</remarks>
    /// <param name="rule">The rule.</param>
    public int[] InForce(CheckedRule rule) => _byRule.Count == 0 ? [] : _ofRules.GetOrAdd(rule, Find);

    // Rules of one area have the same waivers: what follows from one list is found once.
    private int[] Find(CheckedRule rule)
    {
        IEnumerable<int> named = _byRule.GetValueOrDefault(rule.FullId, []);
        if (rule.Replaces is { } replaced) named = named.Union(_byRule.GetValueOrDefault(replaced, []));
        int[] waivers = [.. named.Where(w => All[w].Written.Kind == WaiverKind.Waiver || rule.Rule.Binding == Binding.Principle).OrderByDescending(w => All[w].Written.Until).ThenBy(w => w)];
        return _shared.GetOrAdd(string.Join(' ', waivers), waivers);
    }
}
