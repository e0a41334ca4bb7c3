using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>A fact that says nothing of what it is: null, or a list of nothing.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsEmpty">Whether it is a list of nothing.</param>
internal sealed record TrialOpen(string Name, bool IsEmpty)
{
    /// <summary>What it may be taken for.</summary>
    public ImmutableArray<TrialReading> Readings => IsEmpty
        ? [TrialReading.Rows, .. TrialReadings.OfNullList]
        : [.. TrialReadings.OfNullValue, TrialReading.Rows, TrialReading.Above, .. TrialReadings.OfNullList];
}
