using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>Looks whether rows lie below rows above as everyone who walks them relies on.</summary>
internal static class ParentCheck
{
    /// <summary>Whether each parent is a row above: of a region one before it, so that no region lies below itself; else in groups, rows without a parent last.</summary>
    public static bool IsSound(ReadOnlySpan<int> parents, TableSchema table, FactTable? above) =>
        table.Parent == table.Name ? AreEarlier(parents) : AreGroups(parents, above?.Count ?? 0);

    private static bool AreEarlier(ReadOnlySpan<int> parents)
    {
        for (int row = 0; row < parents.Length; row++)
        {
            if (parents[row] < -1 || parents[row] >= row) return false;
        }

        return true;
    }

    private static bool AreGroups(ReadOnlySpan<int> parents, int rowsAbove)
    {
        // As a number without sign, -1 is the greatest; so all others stand before the first of those, and the last of them is the greatest.
        ReadOnlySpan<uint> rows = MemoryMarshal.Cast<int, uint>(parents);
        if (!AscendingNumbers.Are(rows)) return false;
        int homeless = rows.IndexOf(uint.MaxValue);
        int count = homeless < 0 ? rows.Length : homeless;
        return count == 0 || rows[count - 1] < (uint)rowsAbove;
    }
}
