using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Finds the rows of a table that hold names.</summary>
internal static class HeaderRows
{
    private const int MostRows = 3;

    /// <summary>The first and the last row with names; null where there are none.</summary>
    public static (int First, int Last)? Find(SampleGrid grid)
    {
        int first = 0;
        while (first < grid.Rows && IsAbove(grid, first)) first++;
        return first == grid.Rows ? null : (first, LastOf(grid, first));
    }

    /// <summary>The last row of names that begin in a row.</summary>
    public static int LastOf(SampleGrid grid, int first)
    {
        int last = first;
        while (last < first + MostRows - 1 && GoesOn(grid, first, last)) last++;
        return last;
    }

    // A title is one text, however many cells it is merged over; a line such as 填报单位：… 日期：… has a colon in each text.
    private static bool IsAbove(SampleGrid grid, int row)
    {
        IReadOnlyList<string> texts = grid.Texts(row);
        if (texts.Count == 0) return true;
        if (grid.Columns > 1 && texts.Count == 1) return true;
        return texts.All(t => HeaderText.Fold(t).Contains(':', StringComparison.Ordinal));
    }

    private static bool GoesOn(SampleGrid grid, int first, int last)
    {
        if (last + 1 >= grid.Rows) return false;
        IEnumerable<MergedRange> merges = grid.Merges.Where(m => m.FirstRow >= first && m.FirstRow <= last && m.LastRow >= last);
        foreach (MergedRange merge in merges)
        {
            if (merge.LastRow > last) return true;
            if (merge.LastColumn > merge.FirstColumn && HasNames(grid, last + 1)) return true;
        }

        return grid.Merges.IsEmpty && first == last && FillsTheGaps(grid, last);
    }

    private static bool HasNames(SampleGrid grid, int row) =>
        Enumerable.Range(0, grid.Columns).Select(c => grid.Text(row, c)).Where(t => t.Length > 0).All(t => !IsNumber(t)) && grid.Texts(row).Count > 1;

    // A header that was merged before it became CSV: the second row names what the first leaves open.
    private static bool FillsTheGaps(SampleGrid grid, int row)
    {
        bool fills = false;
        bool leaves = false;
        for (int column = 0; column < grid.Columns; column++)
        {
            bool above = grid.Text(row, column).Length > 0;
            bool below = grid.Text(row + 1, column).Length > 0;
            fills |= below && !above;
            leaves |= above && !below;
        }

        return fills && leaves && HasNames(grid, row + 1);
    }

    private static bool IsNumber(string text) => FactNumber.TryParse(CellText.Fold(text).TrimEnd('%'), out _);
}
