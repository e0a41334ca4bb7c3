using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A value that is null there where a part is.</summary>
/// <param name="Parts">What it is computed from.</param>
internal sealed record MeaningComputed(ImmutableArray<Meaning> Parts) : Meaning;
