using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>A list of each row of a table, joined once: its rows are counted and summed, and the row knows only the results.</summary>
/// <remarks>For one statement.</remarks>
internal sealed class SqlList
{
    /// <summary>The most items that a list may have; a school with more is judged in process.</summary>
    public const long Most = 1_000_000;

    private readonly SqlScope _scope;
    private readonly SqlRows _owner;
    private readonly Dictionary<string, SqlOutput> _results = new(StringComparer.Ordinal);
    private readonly string _size;

    // Rows below bear the key of the row above first; the classes of a year group share its grade.
    private readonly ImmutableArray<(string Item, string Owner)> _keys;
    private SqlTest? _reported;

    /// <summary>Joins a list.</summary>
    /// <param name="scope">The statement.</param>
    /// <param name="owner">The rows that have it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="rows">Its rows.</param>
    public SqlList(SqlScope scope, SqlRows owner, string name, SqlRows rows)
    {
        (_scope, _owner, Name, Rows) = (scope, owner, name, rows);
        Alias = scope.Names.Take('l');
        _size = scope.Names.Take('n');
        _keys = IsOfYearGroups ? [(SqlRows.Key(0), SqlRows.Key(0)), (GradeOf(rows).Value, GradeOf(owner).Read)] : [.. Enumerable.Range(0, owner.KeyCount).Select(k => (SqlRows.Key(k), SqlRows.Key(k)))];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its rows.</summary>
    public SqlRows Rows { get; }

    /// <summary>What it goes by where it is joined.</summary>
    public string Alias { get; }

    /// <summary>How many items a list may have, as text.</summary>
    public static string MostText { get; } = Most.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether anything was asked of its rows.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The column with the number of its rows.</summary>
    public string Size
    {
        get
        {
            IsRead = true;
            return _size;
        }
    }

    /// <summary>The columns that the owner gets.</summary>
    public IEnumerable<SqlOutput> Outputs => IsRead ? _results.Values.Prepend(new SqlOutput(_size, "0")) : [];

    /// <summary>Whether the list was reported.</summary>
    public SqlTest Reported => _reported ??= ReportedTest();

    /// <summary>For how many rows a test holds.</summary>
    /// <param name="test">The test, over the columns of <see cref="Rows"/>.</param>
    public string Count(SqlTest test)
    {
        if (test.IsFalse) return "0";
        return test.IsTrue ? Size : Result($"{_scope.Dialect.Sum(test.Number)}", "0");
    }

    /// <summary>One value made of all rows.</summary>
    /// <param name="text">An aggregate over the columns of <see cref="Rows"/>; never null where a row counts.</param>
    /// <param name="nothing">What it is where no row counts.</param>
    public string Result(string text, string nothing)
    {
        IsRead = true;
        if (!_results.TryGetValue(text, out SqlOutput known)) _results[text] = known = new SqlOutput(_scope.Names.Take('c'), nothing);
        return known.Name;
    }

    /// <summary>The query of the results, one row for each owner that has rows.</summary>
    /// <param name="render">What it is written with.</param>
    public string Text(SqlRender render)
    {
        ImmutableArray<string> keys = [.. _keys.Select(k => k.Item)];
        IEnumerable<string> columns = keys.Select((k, i) => $"x.{k} AS {SqlRows.Key(i)}").Append($"{_scope.Dialect.Rows} AS {_size}")
            .Concat(_results.Select(r => $"{render.Binder.Bound(r.Key)} AS {r.Value.Name}"));
        string where = IsOfYearGroups ? $" WHERE x.{GradeOf(Rows).Known} = 1" : string.Empty;
        return $"SELECT {string.Join(", ", columns)} FROM ({Rows.Text(render, false)}{_scope.Dialect.Fence}) AS x{where} GROUP BY {string.Join(", ", keys.Select(k => $"x.{k}"))}";
    }

    /// <summary>What makes a row of the results that of an owner.</summary>
    /// <param name="alias">What the owner goes by.</param>
    public string On(string alias) => string.Join(" AND ", _keys.Select((k, i) => $"{Alias}.{SqlRows.Key(i)} = {alias}.{k.Owner}"));

    private bool IsOfYearGroups => _owner.Schema.Name == BaseTables.YearGroup && Rows.Schema.Name == BaseTables.Class;

    private static SqlFact GradeOf(SqlRows rows) => rows.Fact(rows.Schema.Field(StageFacts.Grade)!)!;

    private SqlTest ReportedTest()
    {
        SqlTruth said = _owner.Said(Name);
        SqlTest notWithheld = said.False.Not();
        SqlTest isTold = IsOfYearGroups ? GradeOf(_owner).IsKnown : SqlTest.True;
        return SqlTest.And(isTold, notWithheld, SqlTest.Or(said.True, Follows()));
    }

    private SqlTest Follows()
    {
        if (IsOfYearGroups) return OfSchool(_owner.Above!);
        if (Rows is SqlYearGroups) return OfSchool(_owner);
        if (Rows.Schema.Parent != _owner.Schema.Name) return OnTheWay();
        SqlTest hasRows = SqlTest.Of($"{Size} > 0");

        // A school whose classes are known to be none has no year groups either.
        return Rows.Schema.Name == BaseTables.YearGroup ? SqlTest.Or(hasRows, OfSchool(_owner)) : hasRows;
    }

    // All classes of the school are there and have a grade.
    private static SqlTest OfSchool(SqlRows school)
    {
        if (school.List("classes") is not { } classes) return SqlTest.False;
        string graded = classes.Rows.Fact(classes.Rows.Schema.Field(StageFacts.Grade)!) is { } grade ? classes.Count(grade.IsKnown) : "0";
        return SqlTest.And(classes.Reported, SqlTest.Of($"{graded} = {classes.Size}"));
    }

    // Each list on the way is whole.
    private SqlTest OnTheWay()
    {
        TableSchema between = _scope.Layout.Schema.Tables[Rows.Schema.Parent!];
        if (_owner.List(between.Children) is not { } outer || outer.Rows.List(Name) is not { } inner) return SqlTest.False;
        string whole = outer.Count(inner.Reported);
        return SqlTest.And(outer.Reported, SqlTest.Of($"{whole} = {outer.Size}"));
    }
}
