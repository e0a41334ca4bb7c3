using ComplianceRules.Diagnostics;

namespace ApiSample.Problems;

/// <summary>One thing that is wrong with data or with packs, and where.</summary>
/// <param name="Code">The code, such as <c>CR4014</c>; codes are never reused.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Message">What happened, in the language asked for.</param>
/// <param name="Help">What helps; null where nothing is known.</param>
/// <param name="File">What it stands in; null where there is no place.</param>
/// <param name="Line">The line, from 1; null where it is not known.</param>
/// <param name="Column">The column, from 1; null where it is not known.</param>
public sealed record ProblemOfData(string Code, DiagnosticSeverity Severity, string Message, string? Help, string? File, int? Line, int? Column)
{
    /// <summary>How many are told at most: a file of a million bad rows shall not become an answer of a million lines.</summary>
    internal const int Most = 200;

    /// <summary>Tells a diagnostic.</summary>
    internal static ProblemOfData Of(Diagnostic problem, TextLanguage language) => new(
        problem.Code.ToString(),
        problem.Severity,
        problem.Message(language),
        problem.Help(language),
        problem.Span?.File,
        problem.Span?.Line is > 0 and int line ? line : null,
        problem.Span?.Column is > 0 and int column ? column : null);
}
