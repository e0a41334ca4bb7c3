using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>The columns of classes.</summary>
internal sealed class ClassColumns
{
    private readonly TableRoom _table;
    private readonly ColumnRoom? _grade;
    private readonly ColumnRoom? _stage;
    private readonly ColumnRoom?[] _facts;
    private readonly string[] _ids = [.. Enumerable.Range(0, 13 * 100).Select(n => Names.ClassId(n / 100, n % 100))];

    public ClassColumns(FactSchema schema, int count)
    {
        _table = new TableRoom(schema.Table(BaseTables.Class)!, count);
        _grade = _table.Column("grade");
        _stage = _table.Column("stage", Names.Stages);
        _facts =
        [
            _table.Column("kind", Names.Kinds), _table.Column("enrolment"), _table.Column("written_minutes"), _table.Column("activity_minutes"),
            _table.Column("pe_lessons"), _table.Column("lessons_start"), _table.Column("lights_out"), _table.Column("sleep_hours"),
            _table.Column("exams_term"), _table.Column("room_area"), _table.Column("myopia_rate"), _table.Column("phones_in_class"), _table.Column("parents_mark"),
        ];
    }

    public void Add(in ClassFacts facts, int school, int serial)
    {
        int row = _table.Add(_ids[(facts.Grade * 100) + serial], school);
        _grade?.Put(row, facts.Grade, true);
        _stage?.Put(row, facts.Stage, true);
        Put(row, 0, facts.Known, facts.Kind);
        Put(row, 1, facts.Known, facts.Enrolment);
        Put(row, 2, facts.Known, facts.WrittenMinutes);
        Put(row, 3, facts.Known, facts.ActivityMinutes);
        Put(row, 4, facts.Known, facts.PeLessons);
        Put(row, 5, facts.Known, facts.LessonsStart);
        Put(row, 6, facts.Known, facts.LightsOut);
        Put(row, 7, facts.Known, facts.SleepHours);
        Put(row, 8, facts.Known, facts.ExamsTerm);
        Put(row, 9, facts.Known, facts.RoomArea);
        _facts[10]?.Put(row, facts.MyopiaRate, ((ClassFact)facts.Known & ClassFact.MyopiaRate) != 0);
        Put(row, 11, facts.Known, facts.PhonesInClass ? 1 : 0);
        Put(row, 12, facts.Known, facts.ParentsMark ? 1 : 0);
    }

    public FactTable Table(FactTable schools) => _table.Table(schools, new Dictionary<string, ChildList>(StringComparer.Ordinal));

    private void Put(int row, int fact, ushort known, int cell) => _facts[fact]?.Put(row, cell, (known >> fact & 1) != 0);
}
