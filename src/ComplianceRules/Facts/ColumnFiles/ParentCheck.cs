using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Looks whether rows lie below rows above as everyone who walks them relies on.</summary>
internal static class ParentCheck
{
    /// <summary>Whether each parent is a row above: of a region one before it, so that no region lies below itself; else in groups, rows without a parent last.</summary>
    /// <param name="parents">The parents; but for regions, they ascend as numbers without sign.</param>
    /// <param name="table">The table of the rows.</param>
    /// <param name="above">The table above.</param>
    public static bool IsSound(ReadOnlySpan<int> parents, TableSchema table, FactTable? above) =>
        IsOwn(table) ? AreEarlier(parents) : AreRows(parents, above?.Count ?? 0);

    /// <summary>Whether rows of a table lie below rows of the same.</summary>
    public static bool IsOwn(TableSchema table) => table.Parent == table.Name;

    private static bool AreEarlier(ReadOnlySpan<int> parents)
    {
        for (int row = 0; row < parents.Length; row++)
        {
            if (parents[row] < -1 || parents[row] >= row) return false;
        }

        return true;
    }

    private static bool AreRows(ReadOnlySpan<int> parents, int rowsAbove)
    {
        // As a number without sign, -1 is the greatest; so all others stand before the first of those, and the last of them is the greatest.
        ReadOnlySpan<uint> rows = MemoryMarshal.Cast<int, uint>(parents);
        if (rows.IsEmpty) return true;
        int count = rows[^1] == uint.MaxValue ? rows.IndexOf(uint.MaxValue) : rows.Length;
        return count == 0 || rows[count - 1] < (uint)rowsAbove;
    }
}
