namespace ComplianceRules.Facts;

/// <summary>Finds the rows that have other values in one column than in another of the same field.</summary>
internal static class ColumnDifference
{
    /// <summary>Finds them.</summary>
    /// <param name="before">The one column; null where no row has the field.</param>
    /// <param name="after">The other.</param>
    /// <param name="differ">Takes one bit a row.</param>
    /// <returns>Whether there are any.</returns>
    public static bool Find(FactColumn? before, FactColumn? after, Span<ulong> differ)
    {
        if (ReferenceEquals(before, after)) return false;
        if (before is null || after is null) return FindKnown((before ?? after)!, differ);
        bool any = FindKnown(before, after, differ);
        return (AreCoded(before, after) ? FindCells(before.Cells, after.Cells, differ) : FindValues(before, after, differ)) || any;
    }

    private static bool FindKnown(FactColumn column, Span<ulong> differ)
    {
        bool any = false;
        for (int row = 0; row < column.Count; row++)
        {
            if (!column.IsKnown(row)) continue;
            ValidityBits.Set(differ, row);
            any = true;
        }

        return any;
    }

    private static bool FindKnown(FactColumn before, FactColumn after, Span<ulong> differ)
    {
        if (before.IsTotal && after.IsTotal) return false;
        if (!before.IsTotal && !after.IsTotal && before.Known.SequenceEqual(after.Known)) return false;
        bool any = false;
        for (int row = 0; row < before.Count; row++)
        {
            if (before.IsKnown(row) == after.IsKnown(row)) continue;
            ValidityBits.Set(differ, row);
            any = true;
        }

        return any;
    }

    private static bool AreCoded(FactColumn before, FactColumn after) => before.Cells.Kind == after.Cells.Kind && (before, after) switch
    {
        (NumberColumn one, NumberColumn other) => one.Coding == other.Coding,
        (TextColumn one, TextColumn other) => one.Dictionary == other.Dictionary || one.Dictionary.AsSpan().SequenceEqual(other.Dictionary.AsSpan()),
        _ => true,
    };

    private static bool FindCells(CellStore before, CellStore after, Span<ulong> differ)
    {
        ReadOnlySpan<byte> one = before.Bytes;
        ReadOnlySpan<byte> other = after.Bytes;
        int bits = CellStore.BitsOf(before.Kind);
        bool any = false;
        for (int at = 0; at < one.Length;)
        {
            at += one[at..].CommonPrefixLength(other[at..]);
            if (at >= one.Length) break;
            any |= Mark(before, after, (int)((long)at * 8 / bits), differ);
            at++;
        }

        return any;
    }

    // A byte of truth values is eight rows; which of them differ, their bits say.
    private static bool Mark(CellStore before, CellStore after, int row, Span<ulong> differ)
    {
        if (row >= before.Count) return false;
        if (before.Kind == CellKind.Bit) differ[row >> 6] |= before.Cells<ulong>()[row >> 6] ^ after.Cells<ulong>()[row >> 6];
        else ValidityBits.Set(differ, row);
        return true;
    }

    private static bool FindValues(FactColumn before, FactColumn after, Span<ulong> differ)
    {
        bool any = false;
        for (int row = 0; row < before.Count; row++)
        {
            if (!before.IsKnown(row) || !after.IsKnown(row) || IsSame(before, after, row)) continue;
            ValidityBits.Set(differ, row);
            any = true;
        }

        return any;
    }

    private static bool IsSame(FactColumn before, FactColumn after, int row) => (before, after) switch
    {
        (NumberColumn one, NumberColumn other) => one[row] == other[row],
        (TextColumn one, TextColumn other) => one[row] == other[row],
        (TimeColumn one, TimeColumn other) => one[row] == other[row],
        _ => false,
    };
}
