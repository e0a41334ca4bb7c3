using System.Collections.Immutable;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>The formats of <c>evaluate</c>: the table, and all that the library writes.</summary>
internal static class OutputFormats
{
    public const string Table = "table";

    /// <summary>A document a line.</summary>
    public const string Lines = "ndjson";

    /// <summary>What build servers read.</summary>
    public const string JUnit = "junit";

    /// <summary>What code scanning services and editors read.</summary>
    public const string Sarif = "sarif";

    /// <summary>Formats that may name persons where the caller asks for it; the others only count them.</summary>
    public static ImmutableArray<string> WithPersons { get; } = ["json", Lines];

    /// <summary>Every format's name, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Table, .. ReportFormats.All.Keys];

    /// <summary>The writer of a format; null for the table, whose look depends on the screen.</summary>
    public static IReportWriter? Find(string name, ReportOptions options) => ReportFormats.All.GetValueOrDefault(name)?.Invoke(options);
}
