namespace ComplianceRules.Diagnostics;

/// <content>CR4100 to CR4109: trouble that only the caller's own objects can have.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>An object that is null.</summary>
    public static DiagnosticCode ObjectMissing { get; } = Error(4100);

    /// <summary>An object that is nested in one that was refused.</summary>
    public static DiagnosticCode RowBelowRefused { get; } = Error(4101);
}
