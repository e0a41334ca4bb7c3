using System.Collections.Frozen;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>What a copy of data says of its problems, in one language; the names of columns in both.</summary>
/// <remarks>The texts stand in the resource <c>Problems/Texts/problems.json</c>. Immutable.</remarks>
/// <param name="language">The language of the messages.</param>
internal sealed class ProblemTexts(TextLanguage language)
{
    private static readonly FrozenDictionary<string, LocalText> Entries = TextResource.Texts("Problems.problems");

    /// <summary>The name of the column, and of the sheet, that lists problems.</summary>
    public static string Title => Both("title");

    public string None => Say("none");

    public string Separator => Say("separator");

    /// <summary>A name in both languages.</summary>
    public static string Both(string key) => $"{Entries[key].Chinese} {Entries[key].English}";

    public string Full(int rows) => Say("full", rows);

    public string Message(Diagnostic problem) => problem.Message(language);

    public string? Help(Diagnostic problem) => problem.Help(language);

    /// <summary>A problem of the row beside which it stands: the code, the column where one is known, the message and what helps.</summary>
    /// <remarks>It begins with the code, so a spreadsheet never takes it for a formula.</remarks>
    public string InRow(Diagnostic problem, string? column) =>
        column is null ? Say("ofRow", problem.Code, Whole(problem)) : Say("atColumn", problem.Code, column, Whole(problem));

    /// <summary>A problem that stands elsewhere, with its place.</summary>
    public string Elsewhere(Diagnostic problem) =>
        problem.Span is null ? InRow(problem, null) : Say("atPlace", problem.Code, problem.Span, Whole(problem));

    private string Whole(Diagnostic problem) => problem.Help(language) is { } help ? Say("helped", problem.Message(language), help) : problem.Message(language);

    private string Say(string key, params ReadOnlySpan<object?> arguments) => string.Format(CultureInfo.InvariantCulture, Entries[key].In(language), arguments);
}
