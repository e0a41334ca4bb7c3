using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Parts time where something changes.</summary>
internal static class ProofDays
{
    /// <summary>The spans of days on which a rule is in force, parted at borders.</summary>
    /// <param name="effective">When the rule is in force.</param>
    /// <param name="borders">The days on which something else begins.</param>
    public static IEnumerable<ProofSpan> Of(EffectivePeriod effective, IEnumerable<DateOnly> borders)
    {
        DateOnly first = effective.From ?? DateOnly.MinValue;
        DateOnly last = effective.Until ?? DateOnly.MaxValue;
        DateOnly[] starts = [.. borders.Append(first).Where(d => d >= first && d <= last).Distinct().Order()];
        for (int i = 0; i < starts.Length; i++)
            yield return new ProofSpan(starts[i], i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : last);
    }
}
