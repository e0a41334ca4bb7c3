namespace ComplianceRules.Interop;

/// <summary>A member that fails there where what it belongs to, or its argument, is null.</summary>
/// <param name="Target">What it belongs to.</param>
/// <param name="Argument">The argument.</param>
/// <param name="IsTruth">Whether it is a truth value.</param>
internal sealed record MeaningCall(Meaning Target, Meaning Argument, bool IsTruth) : Meaning;
