using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>Prints diagnostics as an author reads them: the place and the message, then the line with a caret.</summary>
internal static class DiagnosticPrinter
{
    private const string Indent = "    ";

    public static void Print(TextWriter writer, IEnumerable<Diagnostic> diagnostics, Session session)
    {
        Terminal terminal = session.Terminal;
        bool isResult = ReferenceEquals(writer, terminal.Out);
        (int width, bool colours) = isResult ? (terminal.Width, terminal.Colours) : (terminal.ErrorWidth, terminal.ErrorColours);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.WriteLine(Line(diagnostic, session, colours));
            if (diagnostic.Span is null || Caret.Of(diagnostic.Span, width - Indent.Length) is not { } shown) continue;
            writer.WriteLine(Indent + shown.Line);
            writer.WriteLine(Indent + Ink.Paint(shown.Marks, Ink.Of(diagnostic.Severity), colours));
        }
    }

    // The grade and the code stand together between the place and the message.
    private static string Line(Diagnostic diagnostic, Session session, bool colours)
    {
        string text = Printable.Of(diagnostic.ToText(session.Words.Language));
        if (!colours) return text;
        string place = diagnostic.Span is null ? string.Empty : Printable.Of($"{diagnostic.Span}: ");
        int end = text.IndexOf(diagnostic.Code.ToString(), place.Length, StringComparison.Ordinal) + diagnostic.Code.ToString().Length;
        return place + Ink.Paint(text[place.Length..end], Ink.Of(diagnostic.Severity), colours) + text[end..];
    }
}
