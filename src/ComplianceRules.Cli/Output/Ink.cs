using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using Spectre.Console;

namespace ComplianceRules.Cli.Output;

/// <summary>The colours of what counts. Each stands on a word that says the same without it.</summary>
internal static class Ink
{
    private const string Escape = "\u001b[";

    public static Style Error { get; } = new(foreground: Color.Maroon, decoration: Decoration.Bold);

    public static Style Warning { get; } = new(foreground: Color.Olive, decoration: Decoration.Bold);

    private static Style Hint { get; } = new(foreground: Color.Teal);

    private static Style Good { get; } = new(foreground: Color.Green);

    private static Style Quiet { get; } = new(decoration: Decoration.Dim);

    public static Style Of(Severity severity) => severity switch
    {
        Severity.Violation => Error,
        Severity.Warning => Warning,
        _ => Hint,
    };

    public static Style Of(Verdict verdict) => verdict switch
    {
        Verdict.NonCompliant => Error,
        Verdict.Undetermined => Warning,
        Verdict.Compliant => Good,
        Verdict.Waived => Hint,
        _ => Quiet,
    };

    public static Style Of(DiagnosticSeverity severity) => severity == DiagnosticSeverity.Error ? Error : Warning;

    /// <summary>A word in a colour, for a writer that knows no styles.</summary>
    /// <param name="text">The word.</param>
    /// <param name="style">Its colour, one of the first eight, and whether it is bold.</param>
    /// <param name="colours">Whether there are colours.</param>
    public static string Paint(string text, Style style, bool colours)
    {
        if (!colours) return text;
        string bold = style.Decoration.HasFlag(Decoration.Bold) ? "1;" : string.Empty;
        return $"{Escape}{bold}{30 + ConsoleNumber(style.Foreground)}m{text}{Escape}0m";
    }

    private static int ConsoleNumber(Color color) => color.Equals(Color.Maroon) ? 1 : color.Equals(Color.Green) ? 2 : color.Equals(Color.Olive) ? 3 : 6;
}
