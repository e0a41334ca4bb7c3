using System.Numerics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Counts rows by the cell that they have in a column of whole numbers.</summary>
internal static class ColumnMeasures
{
    // Days and wide numbers are counted in place where they lie no further apart.
    private const long MostPlaces = 1 << 18;

    /// <summary>The measures of a column, ascending; null where its cells lie too far apart to be counted.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows and what the rule says of them.</param>
    public static List<MeasuredCount>? Of(FactColumn column, ConcernedVerdicts rows)
    {
        if (column.Cells.Kind is not (CellKind.Byte or CellKind.UInt16 or CellKind.Int32)) return null;
        CellSpan span = CellSpan.Of(column);
        if (span.Places > MostPlaces) return null;
        ulong[] known = Known(column, rows);
        ulong[] some = new ulong[known.Length];
        int[] all = Tally(column, span, known, rows.Bits.First);
        Bitmaps.And(known, rows.Bits.Broken, some);
        int[] broken = Tally(column, span, some, rows.Bits.First);
        Bitmaps.And(known, rows.Bits.Open, some);
        int[] open = Tally(column, span, some, rows.Bits.First);
        List<MeasuredCount> found = [];
        for (int place = 0; place < all.Length; place++)
        {
            if (all[place] > 0) found.Add(new MeasuredCount(Value(column, span.Least + place), all[place] - broken[place] - open[place], broken[place], open[place]));
        }

        return found;
    }

    /// <summary>The rows whose value is known.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">The rows.</param>
    public static ulong[] Known(FactColumn column, ConcernedVerdicts rows)
    {
        if (column.IsTotal) return rows.Rows;
        ulong[] known = new ulong[rows.Rows.Length];
        Bitmaps.And(rows.Rows, column.Known[(rows.Bits.First / ValidityBits.PerWord)..], known);
        return known;
    }

    private static double Value(FactColumn column, long cell) => column is NumberColumn numbers ? numbers.Coding.Value(cell) : cell;

    private static int[] Tally(FactColumn column, CellSpan span, ulong[] rows, int first)
    {
        int[] counts = new int[span.Most - span.Least + 1];
        switch (column.Cells.Kind)
        {
            case CellKind.Byte:
                Tally(column.Cells.Cells<byte>()[first..], (int)span.Least, rows, counts);
                break;
            case CellKind.UInt16:
                Tally(column.Cells.Cells<ushort>()[first..], (int)span.Least, rows, counts);
                break;
            default:
                Tally(column.Cells.Cells<int>()[first..], (int)span.Least, rows, counts);
                break;
        }

        return counts;
    }

    private static void Tally<T>(ReadOnlySpan<T> cells, int least, ulong[] rows, int[] counts)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (int word = 0; word < rows.Length; word++)
        {
            if (rows[word] == 0) continue;
            ReadOnlySpan<T> own = cells.Slice(word * ValidityBits.PerWord, ValidityBits.PerWord);
            if (rows[word] == ulong.MaxValue)
            {
                foreach (T cell in own) counts[int.CreateTruncating(cell) - least]++;
                continue;
            }

            for (ulong left = rows[word]; left != 0; left &= left - 1) counts[int.CreateTruncating(own[BitOperations.TrailingZeroCount(left)]) - least]++;
        }
    }
}
