namespace ComplianceRules.Facts;

/// <summary>The stages of classes or year groups, and those that follow from their grades, as options of the field.</summary>
internal sealed class StageColumn
{
    /// <summary>No stage is known, or none follows.</summary>
    public const int None = -1;

    /// <summary>A stage that the field does not declare.</summary>
    public const int Undeclared = -2;

    private readonly byte[] _systems;
    private readonly GradeColumn _grades;
    private readonly RowStore _rows;
    private readonly string?[][] _texts;
    private readonly int[] _options;

    private StageColumn(TableBuilder schools, TableBuilder table, FieldSchema field)
    {
        EnumColumnBuilder? systemOf = schools.Schema.Field(StageFacts.SchoolingSystem) is { } system ? (EnumColumnBuilder)schools.ColumnOf(system) : null;
        _systems = new byte[schools.Rows.Length + 1];
        for (int school = 0; school < schools.Rows.Length; school++) _systems[school + 1] = (byte)((systemOf?[school] ?? -1) + 1);
        _grades = new GradeColumn(table);
        _rows = table.Rows;
        Column = (EnumColumnBuilder)table.ColumnOf(field);
        IEnumerable<string?> systems = [null, .. systemOf?.Field.Options.Select(o => o.Key) ?? []];
        _texts = [.. systems.Select(ByGrade)];
        _options = [.. _texts.SelectMany(t => Array.ConvertAll(t, OptionOf))];
    }

    /// <summary>The stages that rows have.</summary>
    public EnumColumnBuilder Column { get; }

    /// <summary>The stages of a table; null where it has none.</summary>
    public static StageColumn? Of(TableBuilder schools, TableBuilder table) =>
        table.Schema.Field(StageFacts.Stage) is { } field ? new StageColumn(schools, table, field) : null;

    /// <summary>The key of the stage that follows for a row; empty where none does.</summary>
    public string TextOf(int row) => _texts[SystemOf(row)][_grades.GroupOf(row)] ?? string.Empty;

    /// <summary>The option of a stage.</summary>
    public int OptionOf(string? stage) => stage is null ? None : Column.Field.OptionAt(stage) is >= 0 and int option ? option : Undeclared;

    /// <summary>The stage that follows for a row from its grade and its school's schooling system.</summary>
    public int FollowsFor(int row) => FollowsFor(_rows.Parent(row), _grades.GroupOf(row));

    /// <summary>The option of the stage that follows from a grade in a school.</summary>
    /// <param name="school">The school; -1 where it is not known.</param>
    /// <param name="grade">The grade's group.</param>
    public int FollowsFor(int school, int grade) => _options[(_systems[school + 1] * GradeColumn.Groups) + grade];

    /// <summary>The grades of all rows, by their groups.</summary>
    public ReadOnlyMemory<byte> Grades() => _grades.GroupsOf(_rows.Length);

    /// <summary>Rows between which school, grade and stage are the same.</summary>
    public RowHeads Heads()
    {
        RowHeads heads = new(_rows.Length);
        heads.Add(_rows.ParentsPlusOne);
        _grades.AddTo(heads, _rows.Length);
        Column.AddTo(heads, _rows.Length);
        return heads;
    }

    /// <summary>Whether a row has another stage than follows for it, or none.</summary>
    /// <param name="row">The row.</param>
    /// <param name="grade">Its grade's group.</param>
    public bool IsUnlike(int row, int grade)
    {
        int follows = FollowsFor(_rows.ParentsPlusOne[row] - 1, grade);
        return follows != None && Column[row] != follows;
    }

    /// <summary>Gives a row a stage; one that the field does not declare cannot be used.</summary>
    public void Set(int row, int option) => _ = Column.SetCode(row, option == Undeclared ? -1 : option);

    private int SystemOf(int row) => _systems[_rows.Parent(row) + 1];

    private static string?[] ByGrade(string? system) =>
        [.. Enumerable.Range(0, GradeColumn.Groups).Select(grade => StageFacts.Of(grade == GradeColumn.Unknown ? null : grade, system))];
}
