using System.Text;

namespace ComplianceRules.Spreadsheets;

/// <summary>Makes ids of cells.</summary>
internal static class RowId
{
    /// <summary>The cells joined by <c>|</c>, with <c>|</c>, <c>/</c> and <c>%</c> in them percent-encoded; empty where all cells are.</summary>
    public static string Join(CsvRecords records, int[] columns)
    {
        if (columns.Length == 1) return Encode(records.Cell(columns[0]));
        string[] cells = [.. columns.Select(records.Cell)];
        return cells.All(c => c.Length == 0) ? string.Empty : new StringBuilder().AppendJoin('|', cells.Select(Encode)).ToString();
    }

    private static string Encode(string cell) => cell.AsSpan().IndexOfAny('|', '/', '%') < 0
        ? cell
        : cell.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
