namespace ComplianceRules.Diagnostics;

/// <content>CR2080 to CR2089: functions.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A key of an enum is taken for a text.</summary>
    public static DiagnosticCode KeyIsNoText { get; } = Error(2080);

    /// <summary>A method is written in front of what it is asked of.</summary>
    public static DiagnosticCode WrittenBehind { get; } = Error(2081);

    /// <summary>A function is written behind what it is asked of.</summary>
    public static DiagnosticCode WrittenInFront { get; } = Error(2082);
}
