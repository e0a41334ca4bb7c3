using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.Sql.Dialects;

/// <summary>PostgreSQL 12 and later.</summary>
internal sealed class PostgreSqlDialect : TypedDialect
{
    public PostgreSqlDialect()
        : base("postgresql")
    {
    }

    // Keeps the planner from writing a query's expressions out again in the one around it, and costs nothing.
    internal override string Fence => " OFFSET 0";

    // A policy that hides rows is an error, since what is left would look like the whole.
    internal override IReadOnlyList<string> Begin => ["BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "SET LOCAL row_security = off"];

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

    internal override string Written(SqlParameter parameter) => $"@{parameter.Name}";

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        $"{text} IN (SELECT jsonb_array_elements_text({binder.Of(JsonSerializer.Serialize(many, SqlJson.Default.IReadOnlyCollectionString))}::jsonb))";

    internal override string AsDouble(string text) => $"CAST({text} AS double precision)";

    internal override string AsText(string text) => $"CAST({text} AS text)";

    internal override string PartOfDay(SqlDayPart part, string day)
    {
        string name = part switch { SqlDayPart.Year => "year", SqlDayPart.Month => "month", _ => "day" };
        return string.Create(CultureInfo.InvariantCulture, $"EXTRACT({name} FROM {DayAt(day)})::bigint");
    }

    internal override string Exactly(string text) => $"({text} COLLATE \"C\")";

    internal override string Quotient(string number, string divisor) => $"({number}) / {divisor}";

    internal override string Trimmed(string text, string signs) => $"btrim({text}, {signs})";

    internal override string Position(string text, string part) => $"strpos({text}, {part})";

    internal override string IsLike(string text, string pattern) => $"{text} ~ '^({pattern})$'";

    internal override string DaysTo(string date) => $"({date} - {FirstDay})";

    internal override string DayAt(string day) => $"({FirstDay} + ({day})::integer)";

    // A double becomes a decimal of 15 digits: where that is the same double again, it is that decimal.
    internal override string IsDecimal(string number) => $"({number})::numeric::double precision = {number}";

    internal override string IsShort(string number) =>
        $"CASE WHEN {number} BETWEEN -1e15 AND 1e15 AND {number} <> 'NaN' THEN ({number})::double precision::numeric = {number} ELSE 1 = 0 END";

    // A duration is a time too, and goes past midnight.
    internal override string IsWholeMinute(string time) => $"({Seconds(time)} >= 0 AND {Seconds(time)} < 172800 AND {Seconds(time)} % 60 = 0)";

    internal override string MinutesOf(string time) => $"CAST({Seconds(time)} / 60 AS BIGINT)";

    private static string Seconds(string time) => $"EXTRACT(epoch FROM {time})";
}
