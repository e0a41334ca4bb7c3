namespace ComplianceRules.Facts;

/// <summary>Which child lists are whole.</summary>
internal sealed class ReportedLists
{
    private readonly SnapshotLayout _layout;
    private readonly RegionCoverage _coverage;
    private readonly Dictionary<(string Table, string List), bool[]> _direct = [];

    public ReportedLists(SnapshotLayout layout, RegionCoverage coverage)
    {
        _layout = layout;
        _coverage = coverage;
    }

    /// <summary>For each row, whether its list at the end of the path is whole: each list on the way is.</summary>
    public bool[] Along(TableLayout table, List<TableLayout> path)
    {
        bool[] reported = [.. Direct(table, path[0])];
        for (int step = 1; step < path.Count; step++)
        {
            int[] missing = MissingBefore(Direct(path[step - 1], path[step]));
            (int[] starts, int[] ends) = _layout.Rows(table, path.Take(step));
            for (int row = 0; row < reported.Length; row++) reported[row] &= missing[starts[row]] == missing[ends[row]];
        }

        if (path.Count == 1 || table.Schema.Name == BaseTables.Region) return reported;
        for (int row = 0; row < reported.Length; row++) reported[row] = (reported[row] || Said(table, row, path[^1].Schema)) && !Withheld(table, row, path[^1].Schema);
        return reported;
    }

    /// <summary>For each row, whether its list of the rows directly below it is whole.</summary>
    public bool[] Direct(TableLayout table, TableLayout list)
    {
        (string Table, string List) key = (table.Schema.Name, list.Schema.Name);
        if (_direct.TryGetValue(key, out bool[]? known)) return known;
        bool[] reported = table.Schema.Name == BaseTables.Region ? _coverage.Reported(list.Schema) : AllSaid(table, list.Schema);
        if (key == (BaseTables.School, BaseTables.Class)) AddThoseOfYearGroups(reported, list.Schema);
        _direct.Add(key, reported);
        return reported;
    }

    /// <summary>Whether the data itself said that a row's list is whole.</summary>
    public static bool Said(TableLayout table, int row, TableSchema list) => table.Builder.IsListReported(table.Source(row), list.Children);

    /// <summary>Whether a row itself said that its list is not whole.</summary>
    public static bool Withheld(TableLayout table, int row, TableSchema list) => table.Builder.IsListWithheld(table.Source(row), list.Children);

    private static bool[] AllSaid(TableLayout table, TableSchema list)
    {
        if (table.Reordering is null) return table.Builder.ListsReported(list.Children);
        bool[] said = new bool[table.Count];
        if (!table.Builder.IsListEverReported(list.Children)) return said;
        for (int row = 0; row < said.Length; row++)
        {
            table.Watch.LookAt(row);
            said[row] = Said(table, row, list);
        }

        return said;
    }

    // A school that lists its year groups and the classes of each has listed all of its classes.
    private void AddThoseOfYearGroups(bool[] reported, TableSchema classes)
    {
        TableLayout groups = _layout.Of(BaseTables.YearGroup);
        if (!groups.Builder.IsListEverReported(classes.Children)) return;
        bool[] listed = Direct(_layout.Of(BaseTables.School), groups);
        for (int school = 0; school < reported.Length; school++)
        {
            int start = groups.StartBelow(school);
            int end = groups.StartBelow(school + 1);
            if (listed[school] && start < end && !Withheld(_layout.Of(BaseTables.School), school, classes))
                reported[school] |= Enumerable.Range(start, end - start).All(group => Said(groups, group, classes));
        }
    }

    private static int[] MissingBefore(bool[] reported)
    {
        int[] missing = new int[reported.Length + 1];
        for (int row = 0; row < reported.Length; row++) missing[row + 1] = missing[row] + (reported[row] ? 0 : 1);
        return missing;
    }
}
