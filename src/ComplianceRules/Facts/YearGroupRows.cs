using System.Globalization;

namespace ComplianceRules.Facts;

/// <summary>Adds the rows of year groups that no record gives, many at once.</summary>
internal sealed class YearGroupRows
{
    private const int Most = ValidityBits.PerWord;

    private readonly TableBuilder _groups;
    private readonly NumberColumnBuilder? _gradeColumn;
    private readonly EnumColumnBuilder? _stageColumn;
    private readonly int[] _placeOf = new int[GradeColumn.Unknown];
    private readonly int[] _places = new int[Most];
    private readonly int[] _schools = new int[Most];
    private readonly int[] _grades = new int[Most];
    private readonly int[] _stages = new int[Most];
    private ulong _staged;
    private int _count;

    /// <summary>Begins to add rows.</summary>
    /// <param name="groups">Takes the rows.</param>
    /// <param name="stages">The column of their stages; null where they have none.</param>
    public YearGroupRows(TableBuilder groups, EnumColumnBuilder? stages)
    {
        _groups = groups;
        _stageColumn = stages;
        _gradeColumn = groups.Schema.Field(StageFacts.Grade) is { } grade ? (NumberColumnBuilder)groups.ColumnOf(grade) : null;
    }

    /// <summary>Whether year groups have grades.</summary>
    public bool HaveGrades => _gradeColumn is not null;

    /// <summary>Adds a row.</summary>
    /// <param name="school">Its school.</param>
    /// <param name="grade">Its grade.</param>
    /// <param name="stage">Its stage; <see cref="StageColumn.None"/> where it is not known, and <see cref="StageColumn.Undeclared"/> where the field does not declare it.</param>
    /// <returns>The row, which is there from <see cref="Flush"/> on.</returns>
    public int Add(int school, int grade, int stage)
    {
        if (_placeOf[grade] == 0) _placeOf[grade] = _groups.Rows.Keep(grade.ToString(CultureInfo.InvariantCulture));
        if (_count == Most) Flush();
        int row = _groups.Rows.Length + _count;
        (_places[_count], _schools[_count], _grades[_count], _stages[_count]) = (_placeOf[grade], school, grade, Math.Max(stage, 0));
        if (stage >= 0) _staged |= 1UL << _count;
        _count++;
        if (stage != StageColumn.Undeclared) return row;
        Flush();
        _stageColumn?.SetUnknown(row, UnknownReason.OutOfRange);
        return row;
    }

    /// <summary>Lets the rows added so far be there.</summary>
    public void Flush()
    {
        if (_count == 0) return;
        int row = _groups.Rows.MakeFree(_places.AsSpan(0, _count), _schools.AsSpan(0, _count));
        if (_gradeColumn is { Coding.Kind: not CellKind.Double }) _gradeColumn.PutRun(row, _grades.AsSpan(0, _count), ulong.MaxValue >> (Most - _count));
        else for (int i = 0; i < _count; i++) _gradeColumn?.SetSteps(row + i, _grades[i]);
        _stageColumn?.PutRun(row, _stages.AsSpan(0, _count), _staged);
        (_count, _staged) = (0, 0);
    }
}
