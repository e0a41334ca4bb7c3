using System.Collections.Immutable;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>The formats of <c>evaluate</c>: the table, and all that the library writes.</summary>
internal static class OutputFormats
{
    public const string Table = "table";

    /// <summary>A document a line.</summary>
    public const string Lines = "ndjson";

    /// <summary>A page for people, with pictures.</summary>
    public const string Page = "html";

    /// <summary>Every format's name, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Table, .. ReportFormats.All.Keys];

    /// <summary>The formats that show what became of an earlier assessment.</summary>
    public static ImmutableArray<string> ShowingComparisons { get; } = [.. Names.Where(n => n is Table or Page)];

    /// <summary>The writer of a format; null for the table, whose look depends on the screen.</summary>
    public static IReportWriter? Find(string name, ReportOptions options) => ReportFormats.All.GetValueOrDefault(name)?.Invoke(options);
}
