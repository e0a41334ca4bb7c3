using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>The year groups of a database that has none: one for each grade that a school's classes have.</summary>
internal sealed class SqlYearGroups : SqlRows
{
    private readonly SqlStoredRows _classes;
    private readonly SqlFact? _grade;
    private SqlFact? _own;
    private SqlFact? _stage;
    private SqlFact? _given;

    public SqlYearGroups(SqlScope scope, TableSchema schema)
        : base(scope, schema)
    {
        SqlTable classes = scope.Layout.Of(BaseTables.Class)!;
        _classes = new SqlStoredRows(scope, classes);
        _grade = classes.Schema.Field(StageFacts.Grade) is { } grade ? _classes.Fact(grade) : null;
    }

    private protected override bool OwnDoubts => false;

    private protected override IEnumerable<SqlRows> Within => _classes.Tree();

    // A year group is made of classes and says nothing of its own.
    public override SqlTruth Said(string list) => SqlTruth.Unknown;

    private protected override IEnumerable<SqlOutput> OwnOutputs => Facts.SelectMany(f => (SqlOutput[])[new SqlOutput(f.Known, "0"), new SqlOutput(f.Value, f.Nothing)]);

    private protected override SqlFact? Made(FieldSchema field)
    {
        if (_grade is null || field.Name is not (StageFacts.Grade or StageFacts.Stage)) return null;
        SqlFact fact = new(field, Scope.Names.Take('f'), Scope.Names.Take('k'), Scope.Names.Take('v'));
        if (field.Name == StageFacts.Grade) return _own = fact;
        _given = _classes.Schema.Field(StageFacts.Stage) is { } stage ? _classes.Fact(stage) : null;
        return _given is null ? null : _stage = fact;
    }

    private protected override IEnumerable<string> OwnColumns(SqlRender render)
    {
        foreach (SqlFact fact in Facts)
        {
            yield return $"CASE WHEN r.{fact.Read} IS NULL THEN 0 ELSE 1 END AS {fact.Known}";
            yield return $"COALESCE(r.{fact.Read}, {fact.Nothing}) AS {fact.Value}";
        }
    }

    private protected override string OwnText(SqlRender render)
    {
        if (_grade is null) return $"SELECT q0 AS q0, '' AS q1 FROM ({_classes.Text(render, false)}) AS c WHERE 1 = 0";
        ImmutableArray<string> columns =
        [
            "c.q0 AS q0", $"{Scope.Dialect.Key(new SqlColumn(string.Empty, SqlCellType.Whole), $"c.{_grade.Value}")} AS q1",
            .. _own is { } own ? [$"c.{_grade.Value} AS {own.Read}"] : (string[])[],
            .. _stage is { } stage && _given is { } given ? [$"CASE WHEN MIN(c.{given.Known}) = 1 AND MIN(c.{given.Value}) = MAX(c.{given.Value}) THEN MIN(c.{given.Value}) END AS {stage.Read}"] : (string[])[],
        ];
        return $"SELECT {string.Join(", ", columns)} FROM ({_classes.Text(render, false)}) AS c WHERE c.{_grade.Known} = 1 GROUP BY c.q0, c.{_grade.Value}";
    }

    private protected override IEnumerable<string> Doubts(SqlRender render) => [];
}
