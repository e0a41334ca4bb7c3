using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>Prints diagnostics as an author reads them: the place and the message, then the line with a caret.</summary>
internal static class DiagnosticPrinter
{
    private const string Indent = "    ";

    public static void Print(TextWriter writer, IEnumerable<Diagnostic> diagnostics, Session session)
    {
        int width = session.Terminal.Width - Indent.Length;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.WriteLine(Printable.Of(diagnostic.ToText(session.Words.Language)));
            if (diagnostic.Span is null || Caret.Of(diagnostic.Span, width) is not { } shown) continue;
            writer.WriteLine(Indent + shown.Line);
            writer.WriteLine(Indent + shown.Marks);
        }
    }
}
