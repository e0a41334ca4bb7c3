using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds the rows of a table that lie below rows of another.</summary>
internal static class RowsBelow
{
    /// <summary>The rows directly below some rows.</summary>
    /// <param name="child">The table below.</param>
    /// <param name="above">Rows of the table above: in ascending order, none twice.</param>
    /// <param name="count">How many rows the table above has.</param>
    public static RowWindow[] Of(FactTable child, RowWindow[] above, int count)
    {
        if (above.Length == 0) return [];
        if (child.StartsBelow is { } starts) return Joined(above.Select(w => new RowWindow(starts[w.From], starts[w.To])).Where(w => w.From < w.To));
        ulong[] meant = new ulong[ValidityBits.Words(count)];
        foreach (RowWindow window in above) Bitmaps.SetRange(meant, window.From, window.To);
        return Joined(Enumerable.Range(0, child.Count).Where(row => child.Parent(row) >= 0 && ValidityBits.Get(meant, child.Parent(row))).Select(row => new RowWindow(row, row + 1)));
    }

    /// <summary>Windows in ascending order as few as can be.</summary>
    /// <param name="windows">Windows in ascending order, none of them over another.</param>
    public static RowWindow[] Joined(IEnumerable<RowWindow> windows)
    {
        List<RowWindow> joined = [];
        foreach (RowWindow window in windows)
        {
            if (joined.Count > 0 && joined[^1].To == window.From) joined[^1] = joined[^1] with { To = window.To };
            else joined.Add(window);
        }

        return [.. joined];
    }

    /// <summary>The rows that are in both of two lists of windows, each in ascending order.</summary>
    public static RowWindow[] Both(RowWindow[] left, RowWindow[] right)
    {
        List<RowWindow> both = [];
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            RowWindow shared = new(Math.Max(left[l].From, right[r].From), Math.Min(left[l].To, right[r].To));
            if (shared.From < shared.To) both.Add(shared);
            if (left[l].To < right[r].To) l++;
            else r++;
        }

        return [.. both];
    }
}
