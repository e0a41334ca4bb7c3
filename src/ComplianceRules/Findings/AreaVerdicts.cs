namespace ComplianceRules.Findings;

/// <summary>What was found in one area of one school.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Counts">How many rows of all rules together have which verdict.</param>
/// <param name="Gravest">The gravest severity among the breaches; null where there are none.</param>
public sealed record AreaVerdicts(VerdictCounts Counts, Severity? Gravest);
