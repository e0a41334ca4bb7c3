namespace ComplianceRules.Engine;

/// <summary>A fact whose change may help.</summary>
/// <param name="Fact">The fact's place.</param>
/// <param name="Target">The number of the value that would do where nothing else changes; null where that is not known.</param>
internal readonly record struct ChangeStep(int Fact, long? Target);
