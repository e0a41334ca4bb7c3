namespace ComplianceRules.Facts;

/// <summary>Looks whether child lists hold rows that there are, and the rows that lie below.</summary>
internal static class ListCheck
{
    /// <summary>Whether each list begins before it ends, within a table.</summary>
    public static bool AreRows(ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int count)
    {
        for (int row = 0; row < starts.Length; row++)
        {
            if (starts[row] < 0 || ends[row] < starts[row] || ends[row] > count) return false;
        }

        return true;
    }

    /// <summary>Whether the lists of a table's rows are those that the rows' parents make.</summary>
    /// <remarks>Where regions lie within each other, and where classes go by grade, nothing follows from parents alone.</remarks>
    /// <param name="table">The table that has the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="rows">The table whose rows it holds.</param>
    public static bool FollowsParents(FactTable table, ChildList list, FactTable rows)
    {
        if (table.Schema.Name == BaseTables.Region || (table.Schema.Name == BaseTables.YearGroup && rows.Schema.Name == BaseTables.Class)) return true;
        bool isDirect = rows.Schema.Parent == table.Schema.Name;
        ReadOnlySpan<int> starts = list.Starts;
        ReadOnlySpan<int> ends = list.Ends;
        ReadOnlySpan<int> parents = rows.Parents;
        int next = 0;
        for (int row = 0; row < starts.Length; row++)
        {
            (int start, int end) = (starts[row], ends[row]);
            if (start != next || (isDirect && start < end && (parents[start] != row || parents[end - 1] != row))) return false;
            next = end;
        }

        return !isDirect || next == rows.Count || parents[next] == -1;
    }
}
