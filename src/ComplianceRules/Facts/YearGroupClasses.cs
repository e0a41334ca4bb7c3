namespace ComplianceRules.Facts;

/// <summary>The classes of each year group: those of its school with its grade.</summary>
internal static class YearGroupClasses
{
    public static ChildList Make(SnapshotLayout layout, ReportedLists lists)
    {
        TableLayout groups = layout.Of(BaseTables.YearGroup);
        TableLayout classes = layout.Of(BaseTables.Class);
        bool[] whole = lists.Direct(layout.Of(BaseTables.School), classes);
        Dictionary<(int School, double? Grade), (int Start, int End)> runs = Runs(classes);
        int[] starts = new int[groups.Count];
        int[] ends = new int[groups.Count];
        ulong[] reported = new ulong[ValidityBits.Words(groups.Count)];
        for (int row = 0; row < groups.Count; row++)
        {
            int school = groups.Parents[row];
            if (school < 0 || Grade(groups, row) is not { } grade) continue;
            (starts[row], ends[row]) = runs.GetValueOrDefault((school, grade));
            bool wholeSchool = whole[school] && !runs.ContainsKey((school, null));
            if ((wholeSchool && !ReportedLists.Withheld(groups, row, classes.Schema)) || ReportedLists.Said(groups, row, classes.Schema)) ValidityBits.Set(reported, row);
        }

        return new ChildList(classes.Schema.Name, starts, ends, reported, null);
    }

    // INVARIANT: the classes of a school are sorted by grade, so each grade is one run.
    private static Dictionary<(int School, double? Grade), (int Start, int End)> Runs(TableLayout classes)
    {
        Dictionary<(int School, double? Grade), (int Start, int End)> runs = [];
        for (int row = 0; row < classes.Count; row++)
        {
            (int, double?) key = (classes.Parents[row], Grade(classes, row));
            int start = runs.TryGetValue(key, out (int Start, int End) run) ? run.Start : row;
            runs[key] = (start, row + 1);
        }

        return runs;
    }

    private static double? Grade(TableLayout table, int row) => table.Builder.NumberAt(table.Order[row], StageFacts.Grade);
}
