namespace ComplianceRules.Interop;

/// <summary>A value that is there whatever is missing.</summary>
/// <param name="Truth">The truth value that is written; null for any other value.</param>
internal sealed record MeaningValue(bool? Truth) : Meaning;
