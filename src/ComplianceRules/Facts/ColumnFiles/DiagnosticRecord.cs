using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Writes and reads what reading the data had found.</summary>
internal static class DiagnosticRecord
{
    private const string Part = "report";
    private const int LargestCode = 9999;

    public static void Write(ByteWriter writer, Diagnostic diagnostic)
    {
        writer.Int(diagnostic.Code.Number);
        writer.Flag(diagnostic.Severity == DiagnosticSeverity.Error);
        writer.List(diagnostic.Arguments, writer.Text);
        writer.Optional(diagnostic.DidYouMean);
        writer.Flag(diagnostic.Span is not null);
        if (diagnostic.Span is { } span) Write(writer, span);
    }

    public static Diagnostic Read(ByteReader reader)
    {
        int number = reader.Int(0, LargestCode);
        DiagnosticCode code = new(number, reader.Flag() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        string[] arguments = [.. reader.List(reader.Text)];
        string? nearest = reader.OptionalText();
        Diagnostic diagnostic = new(code, reader.Flag() ? ReadSpan(reader) : null, arguments) { DidYouMean = nearest };
        // A text with fewer arguments than places could not be shown.
        ColumnFileFault.Require(DiagnosticTexts.Fits(code, arguments.Length), Part);
        return diagnostic;
    }

    private static void Write(ByteWriter writer, SourceSpan span)
    {
        writer.Text(span.File);
        writer.Int(span.Line);
        writer.Int(span.Column);
        writer.Int(span.Length);
        writer.Optional(span.LineText);
        writer.Optional(span.Sheet);
    }

    private static SourceSpan ReadSpan(ByteReader reader) =>
        new(reader.Text(), reader.Int(0, int.MaxValue), reader.Int(0, int.MaxValue), reader.Int(1, int.MaxValue), reader.OptionalText()) { Sheet = reader.OptionalText() };
}
