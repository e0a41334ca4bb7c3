namespace ComplianceRules.Reports;

/// <summary>How many cases of a JUnit suite ended how.</summary>
/// <param name="Tests">All of them.</param>
/// <param name="Failures">Those that failed.</param>
/// <param name="Errors">Those that could not be decided.</param>
/// <param name="Skipped">Those that were passed over.</param>
internal readonly record struct JUnitCounts(long Tests, long Failures, long Errors, long Skipped)
{
    /// <summary>These cases and one more.</summary>
    /// <param name="outcome">How it ended.</param>
    public JUnitCounts With(JUnitOutcome outcome) => new(
        Tests + 1,
        Failures + (outcome == JUnitOutcome.Failure ? 1 : 0),
        Errors + (outcome == JUnitOutcome.Error ? 1 : 0),
        Skipped + (outcome == JUnitOutcome.Skipped ? 1 : 0));

    /// <summary>These cases and others.</summary>
    /// <param name="other">The others.</param>
    public JUnitCounts Plus(JUnitCounts other) => new(Tests + other.Tests, Failures + other.Failures, Errors + other.Errors, Skipped + other.Skipped);
}
