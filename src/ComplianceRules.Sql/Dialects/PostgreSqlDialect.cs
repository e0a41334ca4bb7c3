using System.Globalization;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>PostgreSQL 12 and later: a column has one type, so that most cells are what they should be.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    public PostgreSqlDialect()
        : base("postgresql")
    {
    }

    // Keeps the planner from writing a query's expressions out again in the one around it, and costs nothing.
    internal override string Fence => " OFFSET 0";

    internal override int MostColumns => 1600;

    internal override IReadOnlyList<string> Begin => ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"];

    internal override string Columns => """
        SELECT c.relname::text, a.attname::text, CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, NULL) ELSE format_type(a.atttypid, NULL) END
        FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND pg_catalog.pg_table_is_visible(c.oid) AND c.relnamespace <> 'pg_catalog'::regnamespace
        ORDER BY c.relname, a.attnum
        """;

    internal override SqlCellType TypeOf(string type) => type switch
    {
        "smallint" or "integer" or "bigint" => SqlCellType.Whole,
        "double precision" => SqlCellType.Double,
        "numeric" => SqlCellType.Decimal,
        "boolean" => SqlCellType.Bool,
        "text" or "character varying" => SqlCellType.Text,
        "date" => SqlCellType.Date,
        "time without time zone" or "interval" => SqlCellType.Time,
        _ => SqlCellType.Other,
    };

    internal override SqlCellType UsualType(FieldSchema? field) => field?.Type switch
    {
        FieldType.Number => field.Step is 1 ? SqlCellType.Whole : SqlCellType.Decimal,
        FieldType.Bool => SqlCellType.Bool,
        FieldType.Date => SqlCellType.Date,
        _ => SqlCellType.Text,
    };

    internal override string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal override string Written(SqlParameter parameter) => $"@{parameter.Name}";

    internal override SqlCell Cell(SqlField field, string column, SqlBinder binder) => new PostgreSqlCells(field, column, binder).Read();

    internal override string Key(SqlColumn column, string text) => column.Type == SqlCellType.Text ? $"({text} COLLATE \"C\")" : $"({text}::text COLLATE \"C\")";

    internal override string IsNoKey(SqlColumn column, string text, SqlBinder binder) => column.Type switch
    {
        SqlCellType.Whole => $"{text} IS NULL",
        SqlCellType.Text => $"({text} IS NULL OR {text} = '' OR btrim({text}, {binder.Of(CellBlanks.All)}) <> {text})",
        _ => "1 = 1",
    };

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        $"{text} IN (SELECT jsonb_array_elements_text({binder.Of(JsonSerializer.Serialize(many, SqlJson.Default.IReadOnlyCollectionString))}::jsonb))";

    internal override string Rounded(string text) => $"round({text})::bigint";

    internal override string AsDouble(string text) => $"({text})::double precision";

    internal override string Sum(string text) => $"COALESCE(SUM({text}), 0)::bigint";

    internal override string PartOfDay(SqlDayPart part, string day)
    {
        string name = part switch { SqlDayPart.Year => "year", SqlDayPart.Month => "month", _ => "day" };
        return string.Create(CultureInfo.InvariantCulture, $"EXTRACT({name} FROM DATE '0001-01-01' + ({day})::integer)::bigint");
    }

    internal override string Contains(SqlTextPlace place, string text, string part) => place switch
    {
        SqlTextPlace.Start => $"left({text}, length({part})) = {part}",
        SqlTextPlace.End => $"right({text}, length({part})) = {part}",
        _ => $"strpos({text}, {part}) > 0",
    };
}
