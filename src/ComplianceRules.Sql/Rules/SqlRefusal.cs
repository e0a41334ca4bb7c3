using ComplianceRules.Diagnostics;

namespace ComplianceRules.Sql.Rules;

/// <summary>Why a rule cannot be said in SQL.</summary>
/// <param name="Code">The reason.</param>
/// <param name="What">What of the rule; null where the reason says all.</param>
internal sealed record SqlRefusal(DiagnosticCode Code, string? What);
