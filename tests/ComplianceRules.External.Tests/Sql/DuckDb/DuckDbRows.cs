using System.Data;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ComplianceRules.External.Tests.Sql.DuckDb;

/// <summary>The rows of a statement, in the types that a provider gives.</summary>
internal static class DuckDbRows
{
    /// <summary>Runs a statement.</summary>
    public static DataTable Of(nint statement)
    {
        DuckDbResult result = default;
        try
        {
            if (DuckDbLibrary.Execute(statement, ref result) != 0) throw new DuckDbException(TextAt(DuckDbLibrary.ResultError(ref result)));
            return Read(ref result);
        }
        finally
        {
            DuckDbLibrary.DestroyResult(ref result);
        }
    }

    /// <summary>A text that the library keeps.</summary>
    public static string TextAt(nint memory) => Marshal.PtrToStringUTF8(memory) ?? string.Empty;

    private static DataTable Read(ref DuckDbResult result)
    {
        DataTable table = new() { Locale = CultureInfo.InvariantCulture };
        int columns = (int)DuckDbLibrary.ColumnCount(ref result);
        Func<string, object>[] read = new Func<string, object>[columns];
        bool[] isDouble = new bool[columns];
        for (int c = 0; c < columns; c++)
        {
            int type = DuckDbLibrary.ColumnType(ref result, (ulong)c);
            (Type kept, read[c]) = ReaderOf(type);
            isDouble[c] = kept == typeof(double);
            table.Columns.Add($"{c} {TextAt(DuckDbLibrary.ColumnName(ref result, (ulong)c))}", kept);
        }

        ulong rows = DuckDbLibrary.RowCount(ref result);
        for (ulong r = 0; r < rows; r++)
        {
            object[] cells = new object[columns];
            for (int c = 0; c < columns; c++)
            {
                string? text = TextOf(ref result, (ulong)c, r);
                cells[c] = text is null ? DBNull.Value : isDouble[c] ? DuckDbLibrary.Double(ref result, (ulong)c, r) : read[c](text);
            }

            table.Rows.Add(cells);
        }

        // Two columns may have one name, which tables do not have; a name that is told once has its own.
        foreach (DataColumn column in table.Columns.Cast<DataColumn>().GroupBy(c => NameOf(c), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1).Select(g => g.First()).ToArray()) column.ColumnName = NameOf(column);
        return table;
    }

    private static string NameOf(DataColumn column) => column.ColumnName[(column.ColumnName.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string? TextOf(ref DuckDbResult result, ulong column, ulong row)
    {
        nint memory = DuckDbLibrary.Text(ref result, column, row);
        if (memory == nint.Zero) return null;
        string text = TextAt(memory);
        DuckDbLibrary.Free(memory);
        return text;
    }

    // The numbers are those of the library's types.
    private static (Type Type, Func<string, object> Read) ReaderOf(int type) => type switch
    {
        1 => (typeof(bool), text => text == "true"),
        2 or 3 or 4 or 5 or 6 or 7 or 8 => (typeof(long), text => long.Parse(text, CultureInfo.InvariantCulture)),
        11 => (typeof(double), text => text),
        13 => (typeof(DateOnly), text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        14 => (typeof(TimeOnly), text => TimeOnly.Parse(text, CultureInfo.InvariantCulture)),
        12 => (typeof(DateTime), text => DateTime.Parse(text, CultureInfo.InvariantCulture)),
        19 => (typeof(decimal), text => decimal.Parse(text, CultureInfo.InvariantCulture)),
        _ => (typeof(string), text => text),
    };
}
