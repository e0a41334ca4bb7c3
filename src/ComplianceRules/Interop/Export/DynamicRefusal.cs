using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Why a rule cannot be said in the text of Dynamic LINQ.</summary>
/// <param name="Code">The code.</param>
/// <param name="What">What cannot be said; null where the code says it.</param>
internal sealed record DynamicRefusal(DiagnosticCode Code, string? What);
