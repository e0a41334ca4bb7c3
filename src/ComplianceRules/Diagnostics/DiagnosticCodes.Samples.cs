namespace ComplianceRules.Diagnostics;

/// <content>Files for which a mapping is to be proposed.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A file that is no kind of table.</summary>
    public static DiagnosticCode SampleKind { get; } = Error(4120);

    /// <summary>A sheet that is not there.</summary>
    public static DiagnosticCode SampleNoSheet { get; } = Error(4121);

    /// <summary>A file whose bytes are no text.</summary>
    public static DiagnosticCode SampleNotText { get; } = Error(4122);

    /// <summary>Files of one folder in two encodings.</summary>
    public static DiagnosticCode SampleEncodings { get; } = Error(4123);
}
