using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Parts time where something changes.</summary>
internal static class ProofDays
{
    /// <summary>The spans of days between borders, from the first day that there is to the last.</summary>
    /// <param name="borders">The days on which something begins.</param>
    public static IEnumerable<ProofSpan> Of(IEnumerable<DateOnly> borders)
    {
        DateOnly[] starts = [.. borders.Append(DateOnly.MinValue).Distinct().Order()];
        for (int i = 0; i < starts.Length; i++)
            yield return new ProofSpan(starts[i], i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : DateOnly.MaxValue);
    }
}
