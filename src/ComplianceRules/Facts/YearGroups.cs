using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Makes the year groups of schools that give none, from the grades of their classes.</summary>
internal static class YearGroups
{
    public static void Make(SnapshotBuilder builder)
    {
        TableBuilder schools = builder.Table(BaseTables.School);
        TableBuilder groups = builder.Table(BaseTables.YearGroup);
        TableBuilder classes = builder.Table(BaseTables.Class);
        bool[] given = SchoolsThatGive(schools, groups);
        Dictionary<(int School, double Grade), int> made = [];
        bool[] whole = new bool[schools.Rows.Length];
        for (int school = 0; school < whole.Length; school++) whole[school] = schools.IsListReported(school, classes.Schema.Children);
        for (int row = 0; row < classes.Rows.Length; row++)
        {
            int school = classes.Rows.Parent(row);
            if (school < 0 || given[school] || classes.Rows.IsRemoved(row)) continue;
            if (classes.NumberAt(row, StageFacts.Grade) is { } grade) Join(schools, groups, classes, row, grade, made);
            else whole[school] = false;
        }

        for (int school = 0; school < whole.Length; school++)
        {
            if (whole[school] && !given[school]) schools.ReportList(school, groups.Schema.Children);
        }
    }

    private static bool[] SchoolsThatGive(TableBuilder schools, TableBuilder groups)
    {
        bool[] given = new bool[schools.Rows.Length];
        for (int school = 0; school < given.Length; school++) given[school] = schools.IsListReported(school, groups.Schema.Children);
        for (int row = 0; row < groups.Rows.Length; row++)
        {
            if (groups.Rows.Parent(row) is >= 0 and int school && !groups.Rows.IsRemoved(row)) given[school] = true;
        }

        return given;
    }

    private static void Join(TableBuilder schools, TableBuilder groups, TableBuilder classes, int row, double grade, Dictionary<(int School, double Grade), int> made)
    {
        int school = classes.Rows.Parent(row);
        string? stage = classes.TextAt(row, StageFacts.Stage);
        if (made.TryGetValue((school, grade), out int group))
        {
            // Where the stage does not follow from the grade, it is known only if all classes agree.
            if (StageFacts.Of(schools, groups, group) is null && groups.TextAt(group, StageFacts.Stage) != stage) Clear(groups, group);
            return;
        }

        group = groups.Rows.Make(grade.ToString(CultureInfo.InvariantCulture), school);
        made.Add((school, grade), group);
        if (groups.Schema.Field(StageFacts.Grade) is { } gradeField) groups.SetNumber(group, gradeField, grade);
        if (groups.Schema.Field(StageFacts.Stage) is { } stageField && (StageFacts.Of(schools, groups, group) ?? stage) is { } known)
            groups.SetText(group, stageField, known);
    }

    private static void Clear(TableBuilder groups, int group)
    {
        if (groups.Schema.Field(StageFacts.Stage) is { } stage) groups.SetUnknown(group, stage, UnknownReason.Absent);
    }
}
