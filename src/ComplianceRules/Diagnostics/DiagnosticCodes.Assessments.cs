namespace ComplianceRules.Diagnostics;

/// <content>CR4400 to CR4419: assessments that were written and are read again.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>Something else than an assessment.</summary>
    public static DiagnosticCode AssessmentExpected { get; } = Error(4400);

    /// <summary>Another version of the format.</summary>
    public static DiagnosticCode AssessmentVersion { get; } = Error(4401);

    /// <summary>A key that an assessment must have is not there.</summary>
    public static DiagnosticCode AssessmentKeyMissing { get; } = Error(4402);

    /// <summary>A key that an assessment does not have.</summary>
    public static DiagnosticCode AssessmentKeyUnknown { get; } = Error(4403);

    /// <summary>A value that the key cannot have.</summary>
    public static DiagnosticCode AssessmentValue { get; } = Error(4404);

    /// <summary>A finding stands twice.</summary>
    public static DiagnosticCode AssessmentFindingTwice { get; } = Error(4405);

    /// <summary>A finding of a rule that the summary does not have.</summary>
    public static DiagnosticCode AssessmentRuleUnknown { get; } = Error(4406);

    /// <summary>Fewer or more findings than the summary counts.</summary>
    public static DiagnosticCode AssessmentNotWhole { get; } = Error(4407);
}
