namespace ComplianceRules.Findings;

/// <summary>The rows whose measure lies in a stretch.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="From">The lower end, which is included.</param>
/// <param name="To">The upper end, which is not included, but in the last bin.</param>
/// <param name="Kept">Rows that keep the rule.</param>
/// <param name="Broken">Rows that break it, excused ones too.</param>
/// <param name="Open">Rows with a known measure of which the rule cannot be decided.</param>
public sealed record MeasureBin(double From, double To, long Kept, long Broken, long Open);
