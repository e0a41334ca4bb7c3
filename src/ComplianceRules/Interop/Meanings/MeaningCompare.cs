namespace ComplianceRules.Interop;

/// <summary>A comparison.</summary>
/// <param name="IsEqual">Whether it asks for the same.</param>
/// <param name="IsNotEqual">Whether it asks for another.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
internal sealed record MeaningCompare(bool IsEqual, bool IsNotEqual, Meaning Left, Meaning Right) : Meaning;
