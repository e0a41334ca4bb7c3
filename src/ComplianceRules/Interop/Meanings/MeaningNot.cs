namespace ComplianceRules.Interop;

/// <summary>Not.</summary>
/// <param name="Value">What is turned.</param>
internal sealed record MeaningNot(Meaning Value) : Meaning;
