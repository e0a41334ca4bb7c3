using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Facts that are read alike, and as what they may be read.</summary>
/// <param name="Keys">The facts.</param>
/// <param name="Readings">What each may be taken for; the first unless the expression asks for another.</param>
internal sealed record TrialChoice(ImmutableArray<string> Keys, ImmutableArray<TrialReading> Readings);
