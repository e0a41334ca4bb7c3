using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Makes what ends the reading of a column file; the source says which file it was.</summary>
internal static class ColumnFileFault
{
    /// <summary>A fault of a code.</summary>
    public static DataReadingException Of(DiagnosticCode code, params ReadOnlySpan<string> arguments) => new(new Diagnostic(code, null, arguments));

    /// <summary>A part that contradicts itself or another, though its bytes are as they were written.</summary>
    /// <param name="part">The part, such as <c>class.enrolment</c>.</param>
    public static DataReadingException Unsound(string part) => Of(DiagnosticCodes.ColumnFileUnsound, DataExcerpt.Of(part));

    /// <summary>Ends the reading where something does not hold.</summary>
    public static void Require(bool holds, string part)
    {
        if (!holds) throw Unsound(part);
    }
}
