namespace ComplianceRules.Facts;

/// <summary>Rows in groups below the rows above, each group in the order in which its rows came; those without a parent first.</summary>
internal static class RowsByParent
{
    /// <summary>The rows that are to be in the snapshot; null where they are all rows as they came.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="parents">How many rows above there are.</param>
    /// <param name="watch">Looks whether the work is to stop.</param>
    public static int[]? Of(RowStore rows, int parents, CancellationWatch watch) => !rows.HasRemoved && IsInOrder(rows.ParentsPlusOne) ? null : Sorted(rows, parents, watch);

    private static bool IsInOrder(ReadOnlySpan<int> parents)
    {
        int last = 0;
        foreach (int parent in parents)
        {
            if (parent < last) return false;
            last = parent;
        }

        return true;
    }

    private static int[] Sorted(RowStore rows, int parents, CancellationWatch watch)
    {
        int[] next = new int[parents + 2];
        for (int row = 0; row < rows.Length; row++)
        {
            watch.LookAt(row);
            if (!rows.IsRemoved(row)) next[rows.Parent(row) + 2]++;
        }

        for (int group = 1; group < next.Length; group++) next[group] += next[group - 1];
        int[] sorted = new int[rows.Count];
        for (int row = 0; row < rows.Length; row++)
        {
            watch.LookAt(row);
            if (!rows.IsRemoved(row)) sorted[next[rows.Parent(row) + 1]++] = row;
        }

        return sorted;
    }
}
