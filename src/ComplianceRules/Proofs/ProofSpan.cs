namespace ComplianceRules.Proofs;

/// <summary>Days on which the same values are in force.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, included.</param>
public sealed record ProofSpan(DateOnly From, DateOnly Until);
