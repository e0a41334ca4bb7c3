using System.Globalization;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>SQLite: each cell has a type of its own, so that each is asked for it.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    // 00:00 of 1 January of the year 1 as a Julian day, and that of 1 January 4713 before it.
    private const string FirstDay = "1721425.5";

    public SqliteDialect()
        : base("sqlite")
    {
    }

    internal override string Fence => " LIMIT -1";

    internal override int MostColumns => 1900;

    internal override IReadOnlyList<string> Begin => ["BEGIN"];

    internal override string Columns =>
        "SELECT m.name, c.name, c.type FROM sqlite_master AS m JOIN pragma_table_xinfo(m.name) AS c WHERE m.type IN ('table', 'view') AND c.hidden <> 1 ORDER BY m.name, c.cid";

    internal override SqlCellType TypeOf(string type) => SqlCellType.Dynamic;

    internal override SqlCellType UsualType(FieldSchema? field) => SqlCellType.Dynamic;

    internal override string IsNoKey(SqlColumn column, string text, SqlBinder binder) =>
        $"(typeof({text}) NOT IN ('integer', 'text') OR {text} = '' OR trim({text}, {binder.Of(CellBlanks.All)}) <> CAST({text} AS TEXT))";

    internal override string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal override string Written(SqlParameter parameter) => $"@{parameter.Name}";

    internal override SqlCell Cell(SqlField field, string column, SqlBinder binder) => new SqliteCells(field, column, binder).Read();

    internal override string Key(SqlColumn column, string text) => $"CAST({text} AS TEXT)";

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        $"{text} IN (SELECT value FROM json_each({binder.Of(JsonSerializer.Serialize(many, SqlJson.Default.IReadOnlyCollectionString))}))";

    internal override string Rounded(string text) => $"CAST(ROUND({text}) AS INTEGER)";

    internal override string AsDouble(string text) => $"CAST({text} AS REAL)";

    internal override string PartOfDay(SqlDayPart part, string day)
    {
        string format = part switch { SqlDayPart.Year => "%Y", SqlDayPart.Month => "%m", _ => "%d" };
        return $"CAST(strftime('{format}', {day} + {FirstDay}) AS INTEGER)";
    }

    internal override string Contains(SqlTextPlace place, string text, string part) => place switch
    {
        SqlTextPlace.Start => $"substr({text}, 1, length({part})) = {part}",
        SqlTextPlace.End => $"(length({text}) >= length({part}) AND substr({text}, length({text}) - length({part}) + 1) = {part})",
        _ => $"instr({text}, {part}) > 0",
    };

    /// <summary>The days from 1 January of the year 1 to a day that is written.</summary>
    /// <param name="text">The day's text.</param>
    internal static string DayNumber(string text) => string.Create(CultureInfo.InvariantCulture, $"CAST(julianday({text}) - {FirstDay} AS INTEGER)");
}
