using System.Text;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>Writes rows as CSV in UTF-8 with a byte order mark, which spreadsheets need to know it.</summary>
internal static class ProblemCsv
{
    private const string LineEnd = "\r\n";

    public static void Write(IEnumerable<IReadOnlyList<SheetCell>> rows, Stream output, CancellationToken cancellation)
    {
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        foreach (IReadOnlyList<SheetCell> row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            text.Write(string.Join(',', row.Select(c => Quoted(c.Shown))));
            text.Write(LineEnd);
        }
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 && cell == cell.Trim() ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
