using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The waivers of a run, and which of them hold on the day for which rules.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
internal sealed class DayWaivers
{
    private readonly FrozenDictionary<string, int[]> _byRule;

    private DayWaivers(ImmutableArray<CheckedWaiver> all, DateOnly asOf)
    {
        All = all;
        AsOf = asOf;
        Dictionary<string, List<int>> byRule = new(StringComparer.Ordinal);
        foreach (int waiver in Enumerable.Range(0, all.Length).Where(w => all[w].Written.Contains(asOf)).OrderByDescending(w => all[w].Written.Until))
        {
            foreach (string rule in all[waiver].Rules)
            {
                if (!byRule.TryGetValue(rule, out List<int>? list)) byRule.Add(rule, list = []);
                list.Add(waiver);
            }
        }

        // Rules of one area have the same waivers: what follows from one list is found once.
        Dictionary<string, int[]> shared = new(StringComparer.Ordinal);
        _byRule = byRule.ToFrozenDictionary(r => r.Key, r => Shared(r.Value, shared), StringComparer.Ordinal);
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
    /// <param name="rule">The rule's full id.</param>
    public int[] InForce(string rule) => _byRule.GetValueOrDefault(rule, []);

    private static int[] Shared(List<int> waivers, Dictionary<string, int[]> known)
    {
        string key = string.Join(' ', waivers);
        if (!known.TryGetValue(key, out int[]? list)) known.Add(key, list = [.. waivers]);
        return list;
    }
}
