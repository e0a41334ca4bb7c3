namespace ComplianceRules.Interop;

/// <summary>Whether something is there.</summary>
/// <param name="Value">What is asked for.</param>
/// <param name="IsWanted">Whether it shall be there.</param>
internal sealed record MeaningPresent(Meaning Value, bool IsWanted) : Meaning;
