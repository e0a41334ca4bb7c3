namespace ComplianceRules.Facts;

/// <summary>Makes the year groups of schools that give none, from the grades of their classes.</summary>
internal sealed class YearGroups
{
    private readonly TableBuilder _schools;
    private readonly TableBuilder _groups;
    private readonly TableBuilder _classes;
    private readonly ReadOnlyMemory<byte> _grades;
    private readonly int[]? _order;
    private readonly RowHeads _heads;
    private readonly StageColumn? _stages;
    private readonly EnumColumnBuilder? _classStages;
    private readonly int[] _stageOfClasses;
    private readonly YearGroupRows _rows;
    private readonly int[] _made = new int[GradeColumn.Unknown];
    private readonly CancellationWatch _watch;
    private int _school = -1;

    private YearGroups(SnapshotBuilder builder)
    {
        _watch = builder.Watch;
        _schools = builder.Table(BaseTables.School);
        _groups = builder.Table(BaseTables.YearGroup);
        _classes = builder.Table(BaseTables.Class);
        StageColumn? stages = StageColumn.Of(_schools, _classes);
        _grades = new GradeColumn(_classes).GroupsOf(_classes.Rows.Length);
        _order = RowsByParent.Of(_classes.Rows, _schools.Rows.Length, _watch);
        _heads = HeadsOf(stages);
        _stages = StageColumn.Of(_schools, _groups);
        _rows = new YearGroupRows(_groups, _stages?.Column);
        _classStages = stages?.Column;
        _stageOfClasses = [.. _classStages?.Field.Options.Select(o => _stages?.OptionOf(o.Key) ?? StageColumn.None) ?? []];
    }

    private int Count => _order?.Length ?? _grades.Length;

    public static void Make(SnapshotBuilder builder) => new YearGroups(builder).Make();

    private void Make()
    {
        bool[] given = SchoolsThatGive();
        bool[] whole = _schools.ListsReported(_classes.Schema.Children);
        _groups.Rows.Expected.Tell(_groups.Rows.Length + CountNew(given));
        ReadOnlySpan<int> schools = _classes.Rows.ParentsPlusOne;
        ReadOnlySpan<byte> grades = _grades.Span;
        for (int place = 0, seen = 0; place < Count; place = NextPlace(place))
        {
            _watch.LookAt(seen++);
            int row = RowAt(place);
            int school = schools[row] - 1;
            if (school < 0 || given[school]) continue;
            if (grades[row] == GradeColumn.Unknown) whole[school] = false;
            else Join(school, grades[row], StageOf(row));
        }

        _rows.Flush();
        for (int school = 0; school < whole.Length; school++)
        {
            if (whole[school] && !given[school]) _schools.ReportList(school, _groups.Schema.Children);
        }
    }

    private int StageOf(int row) => _classStages?[row] is >= 0 and int stage ? _stageOfClasses[stage] : StageColumn.None;

    private int RowAt(int place) => _order is null ? place : _order[place];

    // Classes of a school with the same grade and stage, one behind the other, say the same: the first of them is enough.
    private int NextPlace(int place) => _order is null ? _heads.NextAfter(place) : place + 1;

    private RowHeads HeadsOf(StageColumn? stages)
    {
        if (stages is not null) return stages.Heads();
        RowHeads all = new(_classes.Rows.Length);
        all.AddAll();
        return all;
    }

    private int CountNew(bool[] given)
    {
        (int count, int last, int seen) = (0, -1, 0);
        ReadOnlySpan<int> schools = _classes.Rows.ParentsPlusOne;
        ReadOnlySpan<byte> grades = _grades.Span;
        for (int place = 0, gone = 0; place < Count; place = NextPlace(place))
        {
            _watch.LookAt(gone++);
            int row = RowAt(place);
            int school = schools[row] - 1;
            int grade = grades[row];
            if (school < 0 || given[school] || grade == GradeColumn.Unknown) continue;
            if (school != last) seen = 0;
            if ((seen >> grade & 1) == 0) count++;
            (last, seen) = (school, seen | (1 << grade));
        }

        return count;
    }

    private bool[] SchoolsThatGive()
    {
        bool[] given = _schools.ListsReported(_groups.Schema.Children);
        for (int row = 0; row < _groups.Rows.Length; row++)
        {
            _watch.LookAt(row);
            if (_groups.Rows.Parent(row) is >= 0 and int school && !_groups.Rows.IsRemoved(row)) given[school] = true;
        }

        return given;
    }

    // The classes of a school come one behind the other, so that one small table serves all schools.
    private void Join(int school, int grade, int stage)
    {
        if (school != _school) _made.AsSpan().Fill(-1);
        _school = school;
        int group = _made[grade];
        if (group < 0) _made[grade] = Make(school, grade, stage);
        else if (_stages is not null && FollowsFor(school, grade) == StageColumn.None) Agree(group, stage);
    }

    private int Make(int school, int grade, int stage)
    {
        int follows = _stages is null ? StageColumn.None : FollowsFor(school, grade);
        return _rows.Add(school, grade, follows == StageColumn.None ? stage : follows);
    }

    // Where the stage does not follow from the grade, it is known only if all classes agree.
    private void Agree(int group, int stage)
    {
        _rows.Flush();
        if (_stages!.Column[group] != Math.Max(stage, StageColumn.None)) _stages.Column.SetUnknown(group, UnknownReason.Absent);
    }

    // A field that year groups do not have gives them no grade to follow from.
    private int FollowsFor(int school, int grade) => _stages!.FollowsFor(school, _rows.HaveGrades ? grade : GradeColumn.Unknown);
}
