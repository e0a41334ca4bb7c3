using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Engine;

/// <summary>The expression or its facts are refused.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Diagnostics">Every problem, those of the expression in its order.</param>
/// <param name="AreOfFacts">Whether the facts are refused and nothing is wrong with how the expression is written.</param>
public sealed record TrialErrors(ImmutableArray<Diagnostic> Diagnostics, bool AreOfFacts) : TrialResult;
