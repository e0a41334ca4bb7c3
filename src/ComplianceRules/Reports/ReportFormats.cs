using System.Collections.Immutable;

namespace ComplianceRules.Reports;

/// <summary>The formats that this library writes, by the name a caller asks for.</summary>
public static class ReportFormats
{
    /// <summary>Every format and what makes its writer, in ordinal order of the names.</summary>
    public static ImmutableSortedDictionary<string, Func<ReportOptions, IReportWriter>> All { get; } =
        ImmutableSortedDictionary.CreateRange<string, Func<ReportOptions, IReportWriter>>(
            StringComparer.Ordinal,
            [
                new("csv", options => new CsvReportWriter(options)),
                new("html", options => new HtmlReportWriter(options)),
                new("json", _ => new JsonReportWriter()),
                new("junit", o => new JUnitReportWriter(o)),
                new("markdown", options => new MarkdownReportWriter(options)),
                new("ndjson", _ => new NdjsonReportWriter()),
                new("sarif", o => new SarifReportWriter(o)),
            ]);
}
