using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A rule: what fails there does not hold.</summary>
/// <param name="First">What RulesEngine works out before it, needed or not.</param>
/// <param name="Body">The condition.</param>
internal sealed record MeaningAttempt(ImmutableArray<Meaning> First, Meaning Body) : Meaning;
