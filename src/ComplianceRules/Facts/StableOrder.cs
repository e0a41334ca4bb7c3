namespace ComplianceRules.Facts;

/// <summary>Sorts rows into groups and keeps their order within each.</summary>
internal static class StableOrder
{
    /// <summary>The rows by group.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="groupOf">The group of a row, from 0.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="starts">Where each group begins in the result; one more entry says where the last ends.</param>
    public static int[] By(int[] rows, Func<int, int> groupOf, int groups, out int[] starts)
    {
        starts = new int[groups + 1];
        foreach (int row in rows) starts[groupOf(row) + 1]++;
        for (int group = 0; group < groups; group++) starts[group + 1] += starts[group];
        int[] next = [.. starts];
        int[] sorted = new int[rows.Length];
        foreach (int row in rows) sorted[next[groupOf(row)]++] = row;
        return sorted;
    }
}
