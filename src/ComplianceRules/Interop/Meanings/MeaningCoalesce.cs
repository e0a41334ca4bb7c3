namespace ComplianceRules.Interop;

/// <summary>A value, or another where it is missing.</summary>
/// <param name="Value">The value.</param>
/// <param name="Otherwise">The other.</param>
internal sealed record MeaningCoalesce(Meaning Value, Meaning Otherwise) : Meaning;
