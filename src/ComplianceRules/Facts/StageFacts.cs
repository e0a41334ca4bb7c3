using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Completes the stage of classes and year groups from their grade and the school's schooling system.</summary>
internal static class StageFacts
{
    public const string Stage = "stage";
    public const string Grade = "grade";

    public const string SchoolingSystem = "schooling_system";
    private const int LastCommonPrimaryGrade = 5;
    private const int SplitGrade = 6;
    private const int FirstCommonJuniorGrade = 7;
    private const int FirstSeniorGrade = 10;

    public static void Complete(SnapshotBuilder builder)
    {
        TableBuilder schools = builder.Table(BaseTables.School);
        foreach (TableBuilder table in (TableBuilder[])[builder.Table(BaseTables.YearGroup), builder.Table(BaseTables.Class)])
        {
            if (StageColumn.Of(schools, table) is not { } stages) continue;
            CompleteAll(builder, table, stages);
        }
    }

    /// <summary>The stage of a grade; null where it does not follow: in kindergarten, and in grade 6 of an unknown schooling system.</summary>
    /// <param name="grade">The grade; null where it is not known.</param>
    /// <param name="system">The schooling system, <c>6-3</c> or <c>5-4</c>; null where it is not known.</param>
    public static string? Of(double? grade, string? system) => grade switch
    {
        >= 1 and <= LastCommonPrimaryGrade => "primary",
        SplitGrade => system switch { "6-3" => "primary", "5-4" => "junior", _ => null },
        >= FirstCommonJuniorGrade and < FirstSeniorGrade => "junior",
        >= FirstSeniorGrade => "senior",
        _ => null,
    };

    // The rows of a school with the same grade and stage are all as they should be, or none of them is.
    private static void CompleteAll(SnapshotBuilder builder, TableBuilder table, StageColumn stages)
    {
        ReadOnlySpan<byte> grades = stages.Grades().Span;
        RowHeads heads = stages.Heads();
        int unlike = 0;
        for (int head = 0, end; head < grades.Length; head = end)
        {
            end = heads.NextAfter(head);
            if (!stages.IsUnlike(head, grades[head])) continue;
            for (int row = head; row < end; row++)
            {
                builder.Watch.LookAt(unlike++);
                if (!table.Rows.IsRemoved(row)) Complete(builder, table, stages, row);
            }
        }
    }

    private static void Complete(SnapshotBuilder builder, TableBuilder table, StageColumn stages, int row)
    {
        int follows = stages.FollowsFor(row);
        int given = stages.Column[row];
        if (given < 0)
        {
            if (!stages.Column.IsGiven(row)) stages.Set(row, follows);
            return;
        }

        stages.Column.SetUnknown(row, UnknownReason.OutOfRange);
        string grade = FormattableString.Invariant($"{table.NumberAt(row, Grade)}");
        string shown = DataExcerpt.Of(stages.Column.Field.Options[given].Key, table.Schema, builder.Schema);
        builder.Report(new Diagnostic(DiagnosticCodes.StageContradictsGrade, table.Rows.Span(row), Subject(builder, table, row), shown, grade, stages.TextOf(row)));
    }

    private static string Subject(SnapshotBuilder builder, TableBuilder table, int row)
    {
        int school = table.Rows.Parent(row);
        TableBuilder schools = builder.Table(BaseTables.School);
        string above = school < 0 ? string.Empty : $"{DataExcerpt.Of(schools.Rows.Id(school), schools.Schema, builder.Schema)}/";
        return $"{table.Schema.Name}:{above}{DataExcerpt.Of(table.Rows.Id(row), table.Schema, builder.Schema)}";
    }
}
