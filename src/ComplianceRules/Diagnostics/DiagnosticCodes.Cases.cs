namespace ComplianceRules.Diagnostics;

/// <content>The cases of packs.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A case file is no array.</summary>
    public static DiagnosticCode CasesNoArray { get; } = Error(1200);

    /// <summary>An expected verdict is none.</summary>
    public static DiagnosticCode UnknownVerdict { get; } = Error(1201);

    /// <summary>A case expects something of a rule that its pack does not have.</summary>
    public static DiagnosticCode CaseOfUnknownRule { get; } = Error(1202);
}
