using System.Buffers;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Reads a case from CSV files.</summary>
internal static class CaseCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static Checked<Snapshot> Read(OracleCase given, bool skip = true, CsvManner? manner = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("oracle");
        try
        {
            foreach (OracleSheet sheet in given.Sheets) File.WriteAllBytes(Path.Combine(folder.FullName, sheet.Name + ".csv"), Bytes(sheet, manner ?? new CsvManner()));
            SnapshotMapping mapping = CaseMapping.Of(given.Mapping, "file", ".csv");
            return new SpreadsheetSnapshotSource(folder.FullName, "data", mapping).Read(OracleSchema.Value, new SnapshotOptions { SkipMalformed = skip }, CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static byte[] Bytes(OracleSheet sheet, CsvManner manner) => [.. manner.HasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(Text(sheet, manner))];

    public static string Text(OracleSheet sheet, CsvManner manner) =>
        string.Concat(sheet.Lines.Select(line => string.Join(',', line.Select(cell => Cell(cell, manner.QuotesAll))) + manner.LineEnd));

    private static string Cell(string cell, bool isQuoted) =>
        isQuoted || cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
