namespace ComplianceRules.Interop;

/// <summary>And, or or.</summary>
/// <param name="IsOr">Whether it is or.</param>
/// <param name="AsksBoth">Whether RulesEngine asks the right side also where the left decides.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
internal sealed record MeaningLogic(bool IsOr, bool AsksBoth, Meaning Left, Meaning Right) : Meaning;
