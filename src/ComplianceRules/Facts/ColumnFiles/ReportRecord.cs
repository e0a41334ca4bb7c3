using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Writes and reads the report of what reading the data had found, so that it comes out again whenever the column file is judged.</summary>
internal static class ReportRecord
{
    private const string Part = "report";

    public static void Write(ByteWriter writer, DataReport report)
    {
        writer.List(report.Rows, rows =>
        {
            writer.Text(rows.Key);
            writer.Int(rows.Value);
        });
        writer.Int(report.Filtered);
        writer.Int(report.SchoolsWithoutRegion);
        writer.List(report.Skipped, d => DiagnosticRecord.Write(writer, d));
        writer.List(report.Issues, d => DiagnosticRecord.Write(writer, d));
        writer.List(report.Unreported, writer.Text);
    }

    public static DataReport Read(ByteReader reader)
    {
        ImmutableArray<KeyValuePair<string, int>> rows = reader.List(() => KeyValuePair.Create(reader.Text(), reader.Int(1, ColumnFileFormat.MostRows)));
        int filtered = reader.Int(0, int.MaxValue);
        int withoutRegion = reader.Int(0, ColumnFileFormat.MostRows);
        ImmutableArray<Diagnostic> skipped = reader.List(() => DiagnosticRecord.Read(reader));
        ImmutableArray<Diagnostic> issues = reader.List(() => DiagnosticRecord.Read(reader));
        ImmutableArray<string> unreported = reader.List(reader.Text);
        bool isSound = TextOrder.IsAscending([.. rows.Select(r => r.Key)]) && TextOrder.IsAscending(unreported)
            && skipped.All(d => d.Severity == DiagnosticSeverity.Error);
        ColumnFileFault.Require(isSound, Part);
        return new DataReport(rows.ToImmutableSortedDictionary(StringComparer.Ordinal), filtered, skipped, issues, unreported) { SchoolsWithoutRegion = withoutRegion };
    }
}
