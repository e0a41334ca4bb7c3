namespace ComplianceRules.Findings;

/// <summary>A limit that rows were held to.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Value">The limit, on the scale of the measure.</param>
/// <param name="IsUpper">Whether the measure may not be above it; else not below it. An exact value is told as both.</param>
/// <param name="Rows">How many rows.</param>
public sealed record MeasureLimit(double Value, bool IsUpper, long Rows);
