namespace ComplianceRules.Interop;

/// <summary>What is written as null.</summary>
internal sealed record MeaningNull : Meaning;
