using System.Text.Json;

namespace ComplianceRules.Sql.Dialects;

/// <summary>DuckDB 1.1 and later.</summary>
internal sealed class DuckDbDialect : TypedDialect
{
    public DuckDbDialect()
        : base("duckdb")
    {
    }

    internal override IReadOnlyList<string> Begin => ["BEGIN TRANSACTION READ ONLY"];

    internal override string Columns => """
        SELECT table_name, column_name, data_type FROM information_schema.columns
        WHERE table_catalog = current_database() AND table_schema = current_schema() ORDER BY table_name, ordinal_position
        """;

    internal override SqlCellType TypeOf(string type) => type switch
    {
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" => SqlCellType.Whole,
        "DOUBLE" => SqlCellType.Double,
        "BOOLEAN" => SqlCellType.Bool,
        "VARCHAR" => SqlCellType.Text,
        "DATE" => SqlCellType.Date,
        "TIME" => SqlCellType.Time,
        _ => type.StartsWith("DECIMAL(", StringComparison.Ordinal) ? SqlCellType.Decimal : SqlCellType.Other,
    };

    internal override string Written(SqlParameter parameter) => $"${parameter.Name}";

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        $"{text} IN (SELECT unnest(from_json({binder.Of(JsonSerializer.Serialize(many, SqlJson.Default.IReadOnlyCollectionString))}, '[\"VARCHAR\"]')))";

    internal override string Exactly(string text) => $"({text} COLLATE POSIX)";

    internal override string Quotient(string number, string divisor) => $"({number}) // {divisor}";

    internal override string Trimmed(string text, string signs) => $"trim({text}, {signs})";

    internal override string Position(string text, string part) => $"strpos({text}, {part})";

    internal override string IsLike(string text, string pattern) => $"regexp_full_match({text}, '{pattern}')";

    internal override string DaysTo(string date) => $"({date} - {FirstDay})";

    internal override string DayAt(string day) => $"({FirstDay} + CAST({day} AS INTEGER))";

    internal override string IsWholeMinute(string time) => $"microsecond({time}) = 0";
}
