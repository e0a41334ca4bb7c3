using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The expression cannot be decided: facts are missing, or a part of it has no value.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Missing">What is missing and why, in ordinal order of the paths; a division by zero and the like stands with the text of the part.</param>
public sealed record TrialUndetermined(ImmutableArray<MissingFact> Missing) : TrialResult;
