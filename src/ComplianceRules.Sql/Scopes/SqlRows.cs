using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Scopes;

/// <summary>The rows of one table within a statement: the facts, lists and rows above that conditions ask for, and the query that gives them.</summary>
/// <remarks>For one statement. Conditions are written first, so that the query has just the columns that they name.</remarks>
internal abstract class SqlRows
{
    private readonly Dictionary<string, SqlFact?> _facts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqlList> _lists = new(StringComparer.Ordinal);
    private SqlRows? _above;

    private protected SqlRows(SqlScope scope, TableSchema schema)
    {
        (Scope, Schema) = (scope, schema);
        KeyCount = SqlLayout.KeyTables(scope.Layout.Schema, schema.Name).Length;
    }

    /// <summary>The table.</summary>
    public TableSchema Schema { get; }

    /// <summary>How many columns tell a row.</summary>
    public int KeyCount { get; }

    /// <summary>Whether SQL says of some row that it may read less of it than there is.</summary>
    public bool HasDoubts => OwnDoubts || _lists.Values.Any(l => l.IsRead) || _facts.Values.Any(f => f?.Count is not null);

    private protected SqlScope Scope { get; }

    private protected IEnumerable<SqlFact> Facts => _facts.Values.OfType<SqlFact>();

    private protected abstract bool OwnDoubts { get; }

    /// <summary>The rows that these are made of.</summary>
    private protected virtual IEnumerable<SqlRows> Within => [];

    /// <summary>The rows of a table of the schema; null where the database has none of them.</summary>
    /// <param name="scope">The statement.</param>
    /// <param name="table">The table's name.</param>
    public static SqlRows? Of(SqlScope scope, string table)
    {
        TableSchema schema = scope.Layout.Schema.Tables[table];
        if (scope.Layout.Of(table) is { } stored) return new SqlStoredRows(scope, stored);
        return table == BaseTables.YearGroup && scope.Layout.Of(BaseTables.Class) is not null ? new SqlYearGroups(scope, schema) : null;
    }

    /// <summary>The name of a column of the key, in every query of rows.</summary>
    /// <param name="key">Which, from 0; the first is the school.</param>
    public static string Key(int key) => string.Create(CultureInfo.InvariantCulture, $"q{key}");

    /// <summary>A fact; null where no row has it.</summary>
    /// <param name="field">The field.</param>
    public SqlFact? Fact(FieldSchema field)
    {
        if (_facts.TryGetValue(field.Name, out SqlFact? known)) return known;
        // A stage may follow from other facts, which are then among those asked for.
        _facts[field.Name] = null;
        return _facts[field.Name] = Made(field);
    }

    /// <summary>A number's whole count, for computing.</summary>
    /// <param name="fact">The fact: of a number without a step.</param>
    public string Count(SqlFact fact) => fact.Counted(Scope.Names);

    /// <summary>The rows above; null where the database has none of them, or they are regions.</summary>
    public SqlRows? Above => _above ??= Schema.Parent is { } parent && parent != BaseTables.Region ? Of(Scope, parent) : null;

    /// <summary>A list of each row; null where the database has no rows for it.</summary>
    /// <param name="list">The list's name.</param>
    public SqlList? List(string list)
    {
        if (_lists.TryGetValue(list, out SqlList? known)) return known;
        TableSchema items = Scope.Layout.Schema.List(Schema.Name, list)!;
        return Of(Scope, items.Name) is { } rows ? _lists[list] = new SqlList(Scope, this, list, rows) : null;
    }

    /// <summary>Whether a row says of a list that it is whole, or is not; never known where no column says so.</summary>
    /// <param name="list">The list's name.</param>
    public abstract SqlTruth Said(string list);

    /// <summary>These rows, and all rows that their queries read on the way.</summary>
    public IEnumerable<SqlRows> Tree() => Within.Concat(_lists.Values.Where(l => l.IsRead).SelectMany(l => l.Rows.Tree())).Concat(_above?.Tree() ?? []).Prepend(this);

    /// <summary>The columns that its query gives beside the key.</summary>
    public IEnumerable<SqlOutput> Outputs => OwnOutputs.Concat(_lists.Values.SelectMany(l => l.Outputs)).Concat(_above?.Outputs ?? []);

    /// <summary>The query: the key, then <see cref="Outputs"/>, then where asked for <c>d</c>, which is 1 in a row that SQL may not read as the engine does.</summary>
    /// <param name="render">What it is written with.</param>
    /// <param name="withDoubts">Whether doubts are asked for.</param>
    public string Text(SqlRender render, bool withDoubts)
    {
        List<string> columns = [.. Enumerable.Range(0, KeyCount).Select(k => $"r.{Key(k)} AS {Key(k)}")];
        columns.AddRange(OwnColumns(render));
        string from = $"({OwnText(render)}) AS r";
        if (_above is { } above) Join("a", above.Outputs, above.Text(render, false), OnKeys("a", above.KeyCount));
        foreach (SqlList list in _lists.Values.Where(l => l.IsRead)) Join(list.Alias, list.Outputs, list.Text(render), list.On("r"));
        if (withDoubts) columns.Add($"{DoubtOf(render)} AS d");
        return $"SELECT {string.Join(", ", columns)} FROM {from}";

        void Join(string alias, IEnumerable<SqlOutput> outputs, string text, string on)
        {
            columns.AddRange(outputs.Select(o => $"COALESCE({Scope.Dialect.Joined(alias, o.Name)}, {o.Nothing}) AS {o.Name}"));
            string joined = $"{from} {Scope.Dialect.LeftJoin} ({text}) AS {alias} ON {on}";
            from = Scope.Dialect.JoinsPairs ? $"(SELECT {string.Join(", ", outputs.Select(o => $"{alias}.{o.Name} AS {o.Name}").Prepend("r.*"))} FROM {joined}) AS r" : joined;
        }
    }

    /// <summary>The ids of the schools whose rows SQL may not read as the engine does, a query each.</summary>
    /// <param name="render">What they are written with.</param>
    public virtual IEnumerable<string> DoubtfulSchools(SqlRender render) => HasDoubts ? [$"SELECT u.q0 FROM ({Text(render, true)}) AS u WHERE u.d = 1"] : [];

    private protected abstract SqlFact? Made(FieldSchema field);

    /// <summary>The columns that the rows give themselves.</summary>
    private protected abstract IEnumerable<SqlOutput> OwnOutputs { get; }

    /// <summary>Those columns, said of the rows of <see cref="OwnText"/>, which go by <c>r</c>.</summary>
    private protected abstract IEnumerable<string> OwnColumns(SqlRender render);

    /// <summary>The query of the table itself: the key, and each fact as it was read, null where it is not known.</summary>
    private protected abstract string OwnText(SqlRender render);

    /// <summary>The tests for doubts of the rows themselves.</summary>
    private protected abstract IEnumerable<string> Doubts(SqlRender render);

    private string DoubtOf(SqlRender render)
    {
        string[] doubts = [.. Doubts(render), .. _lists.Values.Where(l => l.IsRead).Select(l => $"COALESCE({Scope.Dialect.Joined(l.Alias, l.Size)}, 0) > {SqlList.MostText}")];
        return doubts.Length == 0 ? "0" : $"CASE WHEN {string.Join(" OR ", doubts)} THEN 1 ELSE 0 END";
    }

    private static string OnKeys(string alias, int count) => string.Join(" AND ", Enumerable.Range(0, count).Select(k => $"{alias}.{Key(k)} = r.{Key(k)}"));
}
