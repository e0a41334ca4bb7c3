namespace ComplianceRules.Findings;

/// <summary>A limit that rows were held to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Value">The limit, on the scale of the measure.</param>
/// <param name="IsUpper">Whether the measure may not be above it; else not below it. An exact value is told as both, one with a tolerance as its two ends.</param>
/// <param name="Rows">How many rows.</param>
public sealed record MeasureLimit(double Value, bool IsUpper, long Rows)
{
    /// <summary>Whether the limit itself is allowed.</summary>
    public bool IsIncluded { get; init; } = true;

    /// <summary>The end of the bins that parts the measures that keep the limit from those that break it: where a line is to be drawn. Null where it lies within a bin or outside all.</summary>
    /// <remarks>Half a step beyond the limit where measures have a step.</remarks>
    public double? Edge { get; init; }
}
