using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Makes the year groups of schools that give none, from the grades of their classes.</summary>
internal sealed class YearGroups
{
    private readonly TableBuilder _schools;
    private readonly TableBuilder _groups;
    private readonly TableBuilder _classes;
    private readonly byte[] _grades;
    private readonly int[]? _order;
    private readonly NumberColumnBuilder? _groupGrades;
    private readonly StageColumn? _stages;
    private readonly int[] _stageOfClasses;
    private readonly int[] _ids = new int[GradeColumn.Unknown];
    private readonly int[] _made = new int[GradeColumn.Unknown];
    private readonly CancellationWatch _watch;
    private int _school = -1;

    private YearGroups(SnapshotBuilder builder)
    {
        _watch = builder.Watch;
        _schools = builder.Table(BaseTables.School);
        _groups = builder.Table(BaseTables.YearGroup);
        _classes = builder.Table(BaseTables.Class);
        _grades = new GradeColumn(_classes).GroupsOf(_classes.Rows.Length);
        _order = RowsByParent.Of(_classes.Rows, _schools.Rows.Length, _watch);
        _groupGrades = _groups.Schema.Field(StageFacts.Grade) is { } grade ? (NumberColumnBuilder)_groups.ColumnOf(grade) : null;
        _stages = StageColumn.Of(_schools, _groups);
        _stageOfClasses = [.. StageColumn.Of(_schools, _classes)?.Column.Field.Options.Select(o => _stages?.OptionOf(o.Key) ?? StageColumn.None) ?? []];
    }

    private int Count => _order?.Length ?? _grades.Length;

    public static void Make(SnapshotBuilder builder) => new YearGroups(builder).Make();

    private void Make()
    {
        bool[] given = SchoolsThatGive();
        bool[] whole = new bool[_schools.Rows.Length];
        for (int school = 0; school < whole.Length; school++) whole[school] = _schools.IsListReported(school, _classes.Schema.Children);
        _groups.Rows.Expected.Tell(_groups.Rows.Length + CountNew(given));
        EnumColumnBuilder? stages = StageColumn.Of(_schools, _classes)?.Column;
        ReadOnlySpan<int> schools = _classes.Rows.ParentsPlusOne;
        for (int place = 0; place < Count; place++)
        {
            _watch.LookAt(place);
            int row = RowAt(place);
            int school = schools[row] - 1;
            if (school < 0 || given[school]) continue;
            int grade = _grades[row];
            if (grade == GradeColumn.Unknown) whole[school] = false;
            else Join(school, grade, stages is null || stages[row] < 0 ? StageColumn.None : _stageOfClasses[stages[row]]);
        }

        for (int school = 0; school < whole.Length; school++)
        {
            if (whole[school] && !given[school]) _schools.ReportList(school, _groups.Schema.Children);
        }
    }

    private int RowAt(int place) => _order is null ? place : _order[place];

    private int CountNew(bool[] given)
    {
        (int count, int last, int seen) = (0, -1, 0);
        ReadOnlySpan<int> schools = _classes.Rows.ParentsPlusOne;
        for (int place = 0; place < Count; place++)
        {
            _watch.LookAt(place);
            int row = RowAt(place);
            int school = schools[row] - 1;
            int grade = _grades[row];
            if (school < 0 || given[school] || grade == GradeColumn.Unknown) continue;
            if (school != last) seen = 0;
            if ((seen >> grade & 1) == 0) count++;
            (last, seen) = (school, seen | (1 << grade));
        }

        return count;
    }

    private bool[] SchoolsThatGive()
    {
        bool[] given = new bool[_schools.Rows.Length];
        for (int school = 0; school < given.Length; school++) given[school] = _schools.IsListReported(school, _groups.Schema.Children);
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
        else if (_stages is not null && FollowsFor(school, grade) == StageColumn.None && _stages.Column[group] != stage)
            // Where the stage does not follow from the grade, it is known only if all classes agree.
            _stages.Column.SetUnknown(group, UnknownReason.Absent);
    }

    private int Make(int school, int grade, int stage)
    {
        if (_ids[grade] == 0) _ids[grade] = _groups.Rows.Keep(grade.ToString(CultureInfo.InvariantCulture));
        int group = _groups.Rows.MakeFree(_ids[grade], school);
        _groupGrades?.SetSteps(group, grade);
        if (_stages is null) return group;
        int follows = FollowsFor(school, grade);
        int known = follows == StageColumn.None ? stage : follows;
        if (known != StageColumn.None) _stages.Set(group, known);
        return group;
    }

    // A field that year groups do not have gives them no grade to follow from.
    private int FollowsFor(int school, int grade) => _stages!.FollowsFor(school, _groupGrades is null ? GradeColumn.Unknown : grade);
}
