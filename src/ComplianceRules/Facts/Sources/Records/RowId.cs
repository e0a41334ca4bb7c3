using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Makes ids of cells.</summary>
internal static class RowId
{
    /// <summary>The cells joined by <c>|</c>, with <c>|</c>, <c>/</c> and <c>%</c> in them percent-encoded; empty where all cells are that differ from record to record.</summary>
    public static string Join(RecordView records, int[] columns)
    {
        if (columns.Length == 1) return Encode(records.Cell(columns[0]));
        if (!columns.All(RecordView.IsText) && columns.All(c => RecordView.IsText(c) || records.Chars(c).IsEmpty)) return string.Empty;
        return new StringBuilder().AppendJoin('|', columns.Select(c => Encode(records.Cell(c)))).ToString();
    }

    /// <summary>An id as the subject of a finding can hold it; empty where there is none.</summary>
    public static string Of(string? given) => Encode(given?.Trim() ?? string.Empty);

    /// <summary>The first of the cells that cannot be part of an id; -1 where all can.</summary>
    public static int Unusable(RecordView records, int[] columns)
    {
        foreach (int column in columns)
        {
            if (records.FaultOf(column) is CellFault.Error or CellFault.LostDigits) return column;
        }

        return -1;
    }

    private static string Encode(string cell) => cell.AsSpan().IndexOfAny('|', '/', '%') < 0
        ? cell
        : cell.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
