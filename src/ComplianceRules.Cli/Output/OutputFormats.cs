using System.Collections.Immutable;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Cli.Output;

/// <summary>The formats of <c>evaluate</c>: the table, all that the library writes, and the workbook.</summary>
internal static class OutputFormats
{
    public const string Table = "table";

    /// <summary>A document a line.</summary>
    public const string Lines = "ndjson";

    /// <summary>What build servers read.</summary>
    public const string JUnit = "junit";

    /// <summary>What code scanning services and editors read.</summary>
    public const string Sarif = "sarif";

    /// <summary>A workbook, which no screen can show.</summary>
    public const string Workbook = "xlsx";

    private static readonly ImmutableSortedDictionary<string, Func<ReportOptions, IReportWriter>> Written =
        ReportFormats.All.Add(Workbook, options => new XlsxReportWriter(options));

    /// <summary>Whether a format is no text, which would only upset a screen.</summary>
    public static bool IsBinary(string name) => name == Workbook;

    /// <summary>A page for people, with pictures.</summary>
    public const string Page = "html";

    /// <summary>A report to pass on, whose lists are cut.</summary>
    public const string Markdown = "markdown";

    /// <summary>Every format's name, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Table, .. Written.Keys];

    /// <summary>Whether a format may list persons where a caller asks for them: only those for programs.</summary>
    public static bool ListsPersons(string name) => name is "json" or Lines;

    /// <summary>Whether the place of a report takes the problems of data that is refused.</summary>
    public static bool TellsProblems(string name) => name is "json" or Lines or Sarif or JUnit;

    /// <summary>The formats that show what became of an earlier assessment.</summary>
    public static ImmutableArray<string> ShowingComparisons { get; } = [.. Names.Where(n => n is Table or Page)];

    /// <summary>The writer of a format; null for the table, whose look depends on the screen.</summary>
    public static IReportWriter? Find(string name, ReportOptions options) => Written.GetValueOrDefault(name)?.Invoke(options);
}
