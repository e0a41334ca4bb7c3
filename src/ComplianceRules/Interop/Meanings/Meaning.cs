namespace ComplianceRules.Interop;

/// <summary>As much of an expression as decides what becomes of a fact that is missing.</summary>
internal abstract record Meaning;
