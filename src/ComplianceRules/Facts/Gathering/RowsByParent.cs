namespace ComplianceRules.Facts;

/// <summary>Rows in groups below the rows above, each group in the order in which its rows came; those without a parent first.</summary>
internal static class RowsByParent
{
    /// <summary>The rows that are to be in the snapshot.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="parents">How many rows above there are.</param>
    public static IEnumerable<int> Of(RowStore rows, int parents) => IsInOrder(rows) ? InOrder(rows) : Sorted(rows, parents);

    private static bool IsInOrder(RowStore rows)
    {
        int last = -1;
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows.IsRemoved(row)) continue;
            if (rows.Parent(row) < last) return false;
            last = rows.Parent(row);
        }

        return true;
    }

    private static IEnumerable<int> InOrder(RowStore rows)
    {
        for (int row = 0; row < rows.Length; row++)
        {
            if (!rows.IsRemoved(row)) yield return row;
        }
    }

    private static int[] Sorted(RowStore rows, int parents)
    {
        int[] next = new int[parents + 2];
        foreach (int row in InOrder(rows)) next[rows.Parent(row) + 2]++;
        for (int group = 1; group < next.Length; group++) next[group] += next[group - 1];
        int[] sorted = new int[rows.Count];
        foreach (int row in InOrder(rows)) sorted[next[rows.Parent(row) + 1]++] = row;
        return sorted;
    }
}
