using System.Globalization;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Spark SQL 3.4 and later.</summary>
internal sealed class SparkSqlDialect : TextDialect
{
    public SparkSqlDialect()
        : base("sparksql")
    {
    }

    internal override string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    internal override string AsText(string text) => $"CAST({text} AS STRING)";

    internal override string Quotient(string number, string divisor) => $"({number}) div {divisor}";

    internal override string Trimmed(string text, string signs) => $"trim(BOTH {signs} FROM {text})";

    internal override string Position(string text, string part) => $"instr({text}, {part})";

    internal override string IsLike(string text, string pattern) => $"{text} RLIKE '^({pattern})$'";

    internal override string DaysTo(string date) => $"datediff({date}, {FirstDay})";

    internal override string DayAt(string day) => $"date_add({FirstDay}, CAST({day} AS INT))";

    internal override string IsWholeMinute(string time) => $"second({time}) = 0";

    private protected override string Literal(long number) => string.Create(CultureInfo.InvariantCulture, $"{number}L");

    private protected override string Literal(double number) => string.Create(CultureInfo.InvariantCulture, $"CAST('{number:R}' AS DOUBLE)");

    private protected override string Literal(string text) => $"'{Escaped(text, "\\'", "\\u")}'";
}
