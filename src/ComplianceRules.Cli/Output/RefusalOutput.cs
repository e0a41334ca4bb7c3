using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>What programs get in the place of a report where data is refused: the problems, in the format that they asked for.</summary>
internal static class RefusalOutput
{
    /// <summary>Writes the problems.</summary>
    /// <param name="problems">Why the data is refused.</param>
    /// <param name="format">The name of the format.</param>
    /// <param name="words">The language.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IReadOnlyCollection<Diagnostic> problems, string format, Words words, Stream output)
    {
        if (format == OutputFormats.Sarif) SarifDiagnosticWriter.Write(problems.Select(SourcePaths.FromHere), "evaluate", words.Language, output);
        else if (format == OutputFormats.JUnit) JUnitDiagnosticWriter.Write(problems, words.Language, output);
        else DiagnosticJson.Write(problems, output, format != OutputFormats.Lines);
    }
}
