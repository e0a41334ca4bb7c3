namespace ComplianceRules.Interop;

/// <summary>A fact.</summary>
/// <param name="Name">The fact as people find it.</param>
/// <param name="IsTruth">Whether it is a truth value.</param>
internal sealed record MeaningFact(string Name, bool IsTruth) : Meaning;
