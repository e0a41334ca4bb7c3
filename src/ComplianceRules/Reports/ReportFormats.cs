using System.Collections.Immutable;

namespace ComplianceRules.Reports;

/// <summary>The formats that this library writes, by the name a caller asks for.</summary>
public static class ReportFormats
{
    /// <summary>Every format and its writer, in ordinal order of the names.</summary>
    public static ImmutableSortedDictionary<string, IReportWriter> All { get; } = ImmutableSortedDictionary.CreateRange<string, IReportWriter>(
        StringComparer.Ordinal,
        [
            new("json", new JsonReportWriter()),
            new("ndjson", new NdjsonReportWriter()),
        ]);
}
