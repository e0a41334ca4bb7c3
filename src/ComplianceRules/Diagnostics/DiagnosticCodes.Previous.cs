namespace ComplianceRules.Diagnostics;

/// <content>CR4130 to CR4139: the data of an earlier snapshot.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A snapshot that is given as the earlier one is of the same day or of a later one.</summary>
    public static DiagnosticCode PreviousIsNotEarlier { get; } = Warning(4130);
}
