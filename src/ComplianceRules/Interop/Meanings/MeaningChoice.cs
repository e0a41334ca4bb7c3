namespace ComplianceRules.Interop;

/// <summary>One of two values.</summary>
/// <param name="Condition">What decides.</param>
/// <param name="Then">The value where it holds.</param>
/// <param name="Otherwise">The value where it does not.</param>
internal sealed record MeaningChoice(Meaning Condition, Meaning Then, Meaning Otherwise) : Meaning;
