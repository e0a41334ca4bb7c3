namespace ComplianceRules.Facts;

/// <summary>The stages of classes or year groups, and those that follow from their grades, as options of the field.</summary>
internal sealed class StageColumn
{
    /// <summary>No stage is known, or none follows.</summary>
    public const int None = -1;

    /// <summary>A stage that the field does not declare.</summary>
    public const int Undeclared = -2;

    private readonly EnumColumnBuilder? _systems;
    private readonly GradeColumn _grades;
    private readonly RowStore _rows;
    private readonly string?[][] _texts;
    private readonly int[][] _options;

    private StageColumn(TableBuilder schools, TableBuilder table, FieldSchema field)
    {
        _systems = schools.Schema.Field(StageFacts.SchoolingSystem) is { } system ? (EnumColumnBuilder)schools.ColumnOf(system) : null;
        _grades = new GradeColumn(table);
        _rows = table.Rows;
        Column = (EnumColumnBuilder)table.ColumnOf(field);
        IEnumerable<string?> systems = [null, .. _systems?.Field.Options.Select(o => o.Key) ?? []];
        _texts = [.. systems.Select(ByGrade)];
        _options = [.. _texts.Select(t => Array.ConvertAll(t, OptionOf))];
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
    public int FollowsFor(int row) => _options[SystemOf(row)][_grades.GroupOf(row)];

    /// <summary>Gives a row a stage; one that the field does not declare cannot be used.</summary>
    public void Set(int row, int option) => _ = Column.SetCode(row, option == Undeclared ? -1 : option);

    private int SystemOf(int row) => _systems is not null && _rows.Parent(row) is >= 0 and int school ? _systems[school] + 1 : 0;

    private static string?[] ByGrade(string? system) =>
        [.. Enumerable.Range(0, GradeColumn.Groups).Select(grade => StageFacts.Of(grade == GradeColumn.Unknown ? null : grade, system))];
}
