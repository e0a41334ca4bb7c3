namespace ComplianceRules.Facts;

/// <summary>The classes of each year group: those of its school with its grade.</summary>
internal sealed class YearGroupClasses
{
    private readonly TableLayout _groups;
    private readonly TableLayout _classes;
    private readonly ReadOnlyMemory<byte> _gradesOfGroups;
    private readonly ReadOnlyMemory<byte> _gradesOfClasses;
    private readonly bool[] _whole;
    private readonly bool _isEverSaid;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly ulong[] _reported;
    private readonly int[] _runs = new int[GradeColumn.Groups + 1];

    private YearGroupClasses(SnapshotLayout layout, ReportedLists lists)
    {
        _groups = layout.Of(BaseTables.YearGroup);
        _classes = layout.Of(BaseTables.Class);
        _gradesOfGroups = new GradeColumn(_groups.Builder).GroupsOf(_groups.Builder.Rows.Length);
        _gradesOfClasses = new GradeColumn(_classes.Builder).GroupsOf(_classes.Builder.Rows.Length);
        _whole = lists.Direct(layout.Of(BaseTables.School), _classes);
        _isEverSaid = _groups.Builder.IsListEverReported(_classes.Schema.Children);
        _starts = new int[_groups.Count];
        _ends = new int[_groups.Count];
        _reported = new ulong[ValidityBits.Words(_groups.Count)];
    }

    public static ChildList Make(SnapshotLayout layout, ReportedLists lists) => new YearGroupClasses(layout, lists).Make();

    private ChildList Make()
    {
        for (int school = 0; school < _whole.Length; school++)
        {
            _groups.Watch.LookAt(school);
            int end = _groups.StartBelow(school + 1);
            if (_groups.StartBelow(school) == end) continue;
            FindRuns(school);
            for (int row = _groups.StartBelow(school); row < end; row++) Take(school, row);
        }

        return new ChildList(_classes.Schema.Name, _starts, _ends, _reported, null);
    }

    // INVARIANT: the classes of a school are sorted by grade, so each grade is one run that begins where the one before it ends.
    private void FindRuns(int school)
    {
        (int start, int end) = (_classes.StartBelow(school), _classes.StartBelow(school + 1));
        Span<int> runs = _runs;
        runs.Fill(start);
        ReadOnlySpan<byte> grades = _gradesOfClasses.Span;
        if (_classes.Reordering is null) for (int row = start; row < end; row++) runs[grades[row] + 1] = row + 1;
        else for (int row = start; row < end; row++) runs[grades[_classes.Source(row)] + 1] = row + 1;
        for (int grade = 1; grade < runs.Length; grade++) runs[grade] = Math.Max(runs[grade], runs[grade - 1]);
    }

    private void Take(int school, int row)
    {
        int grade = _gradesOfGroups.Span[_groups.Source(row)];
        if (grade == GradeColumn.Unknown) return;
        if (_runs[grade] < _runs[grade + 1]) (_starts[row], _ends[row]) = (_runs[grade], _runs[grade + 1]);
        bool allHaveGrades = _runs[GradeColumn.Unknown] == _runs[GradeColumn.Unknown + 1];
        bool isWhole = _whole[school] && allHaveGrades && !ReportedLists.Withheld(_groups, row, _classes.Schema);
        if (isWhole || (_isEverSaid && ReportedLists.Said(_groups, row, _classes.Schema))) ValidityBits.Set(_reported, row);
    }
}
