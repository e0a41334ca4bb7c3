using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql;

/// <summary>How one database wants to be asked.</summary>
/// <remarks>Immutable; may be shared between threads. A closed set: what is written for a dialect has been held against the engine on that database.</remarks>
public abstract class SqlDialect
{
    private protected SqlDialect(string name) => Name = name;

    /// <summary>SQLite 3.35 and later.</summary>
    public static SqlDialect Sqlite { get; } = new SqliteDialect();

    /// <summary>PostgreSQL 12 and later.</summary>
    public static SqlDialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>ClickHouse 18.16 and later.</summary>
    public static SqlDialect ClickHouse { get; } = new ClickHouseDialect();

    /// <summary>DuckDB 1.1 and later.</summary>
    public static SqlDialect DuckDb { get; } = new DuckDbDialect();

    /// <summary>Spark SQL 3.4 and later: statements are printed, with their values in them, and not run.</summary>
    public static SqlDialect SparkSql { get; } = new SparkSqlDialect();

    /// <summary>Trino 400 and later: statements are printed, with their values in them, and not run.</summary>
    public static SqlDialect Trino { get; } = new TrinoDialect();

    /// <summary>All dialects, in ordinal order of their names.</summary>
    public static ImmutableArray<SqlDialect> All { get; } = [ClickHouse, DuckDb, PostgreSql, SparkSql, Sqlite, Trino];

    /// <summary>The name that commands know it by.</summary>
    public string Name { get; }

    /// <summary>Whether statements are written for people to run: nothing of this library runs them, and only their syntax has been checked.</summary>
    public virtual bool IsTextOnly => false;

    /// <summary>What keeps a query within another from being written out again for each column that reads it; empty where nothing has to.</summary>
    internal virtual string Fence => string.Empty;

    /// <summary>Whether values go with a statement as parameters; else they stand in its text as literals.</summary>
    internal virtual bool HasParameters => true;

    /// <summary>Whether a query joins no more than two others: further ones then join what it gives.</summary>
    internal virtual bool JoinsPairs => false;

    /// <summary>What joins all rows of another query that fit.</summary>
    internal virtual string LeftJoin => "LEFT JOIN";

    /// <summary>How many rows a group has, as a whole number that others can stand beside.</summary>
    internal virtual string Rows => "COUNT(*)";

    /// <summary>The most columns that a query may have.</summary>
    internal abstract int MostColumns { get; }

    /// <summary>What begins a transaction that only reads and sees the same rows from its first statement to its last.</summary>
    internal abstract IReadOnlyList<string> Begin { get; }

    /// <summary>A query of one text that differs once rows of a table were written; null where a transaction sees the same rows throughout.</summary>
    /// <param name="table">The table.</param>
    internal virtual string? Seal(SqlTable table) => null;

    /// <summary>What ends it.</summary>
    internal virtual IReadOnlyList<string> End => ["ROLLBACK"];

    /// <summary>The query of all columns that tables and views have: table, column, type.</summary>
    internal abstract string Columns { get; }

    /// <summary>What the cells of a column are.</summary>
    /// <param name="type">The type as <see cref="Columns"/> gives it.</param>
    internal abstract SqlCellType TypeOf(string type);

    /// <summary>What the cells of a column are most likely to be.</summary>
    /// <param name="field">The column's field; null for a key.</param>
    internal abstract SqlCellType UsualType(FieldSchema? field);

    /// <summary>Whether a key cannot be the one of a row: it is missing, blank, or has blanks at its ends.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The column's text.</param>
    /// <param name="binder">Takes the values.</param>
    internal abstract string IsNoKey(SqlColumn column, string text, SqlBinder binder);

    /// <summary>A name as the statement writes it, whatever stands in it.</summary>
    /// <param name="name">The name.</param>
    internal abstract string Quoted(string name);

    /// <summary>A value as the statement writes it.</summary>
    /// <param name="parameter">The value and its name.</param>
    internal abstract string Written(SqlParameter parameter);

    /// <summary>The rows of a table, which go by <c>t</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="read">The columns that are read.</param>
    /// <param name="where">The condition, with a blank and its word before it; empty where there is none.</param>
    internal virtual string Stored(SqlTable table, IEnumerable<SqlColumn> read, string where) => $"{Quoted(table)} AS t{where}";

    /// <summary>What a column goes by in the rows that <see cref="Stored"/> gives.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    internal virtual string StoredName(SqlTable table, SqlColumn column) => Quoted(column.Name);

    /// <summary>A column of a query that was joined.</summary>
    /// <param name="alias">What the query goes by where it is joined.</param>
    /// <param name="column">The column.</param>
    internal virtual string Joined(string alias, string column) => $"{alias}.{column}";

    /// <summary>A cell as the fact that its field keeps.</summary>
    /// <param name="field">The field and its column.</param>
    /// <param name="column">The column's text.</param>
    /// <param name="binder">Takes the values.</param>
    internal abstract SqlCell Cell(SqlField field, string column, SqlBinder binder);

    /// <summary>A key as a text.</summary>
    /// <param name="column">The column.</param>
    /// <param name="text">The column's text.</param>
    internal abstract string Key(SqlColumn column, string text);

    /// <summary>Whether a text is one of many.</summary>
    /// <param name="text">The text.</param>
    /// <param name="many">The many.</param>
    /// <param name="binder">Takes the values.</param>
    internal abstract string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder);

    /// <summary>The rows whose keys another query does not give, from where they stand to the condition. The other query is computed by itself, so that its keys can be looked up.</summary>
    /// <param name="from">Where the rows stand.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="others">The other query, with its keys as those of <see cref="SqlRows.Key"/>.</param>
    internal virtual string Without(string from, IReadOnlyList<string> keys, string others) =>
        $"{from} LEFT JOIN ({others}{Fence}) AS w ON {string.Join(" AND ", keys.Select((k, i) => $"w.{SqlRows.Key(i)} = {k}"))} WHERE w.{SqlRows.Key(0)} IS NULL";

    /// <summary>The texts that some queries give in their column <c>q0</c>, each once.</summary>
    /// <param name="queries">The queries.</param>
    internal virtual string Union(IEnumerable<string> queries) => string.Join(" UNION ", queries);

    /// <summary>What a number that may be 0 divides by; whatever where it is 0, as long as nothing fails.</summary>
    /// <param name="text">The number.</param>
    internal virtual string Divisor(string text) => text;

    /// <summary>A double as the whole number nearest to it, halves away from zero.</summary>
    /// <param name="text">The double; below 2^53.</param>
    internal abstract string Rounded(string text);

    /// <summary>A whole number as a double.</summary>
    /// <param name="text">The whole number; below 2^53.</param>
    internal abstract string AsDouble(string text);

    /// <summary>The sum of whole numbers as a whole number; 0 of no rows.</summary>
    /// <param name="text">The number.</param>
    internal virtual string Sum(string text) => $"COALESCE(SUM({text}), 0)";

    /// <summary>A part of a day that is counted from 1 January of the year 1.</summary>
    /// <param name="part">Which part.</param>
    /// <param name="day">The count.</param>
    internal abstract string PartOfDay(SqlDayPart part, string day);

    /// <summary>Whether a text begins, ends or goes on with another; code unit by code unit.</summary>
    /// <param name="place">Where.</param>
    /// <param name="text">The text.</param>
    /// <param name="part">The other.</param>
    internal abstract string Contains(SqlTextPlace place, string text, string part);

    /// <summary>A table's name as the statement writes it.</summary>
    /// <param name="table">The table.</param>
    internal string Quoted(SqlTable table) => string.Join('.', table.Name.Select(Quoted));
}
