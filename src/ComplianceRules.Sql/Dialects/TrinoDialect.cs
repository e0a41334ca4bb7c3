using System.Globalization;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Trino 400 and later.</summary>
internal sealed class TrinoDialect : TextDialect
{
    public TrinoDialect()
        : base("trino")
    {
    }

    internal override string Quotient(string number, string divisor) => $"({number}) / {divisor}";

    internal override string Trimmed(string text, string signs) => $"trim(BOTH {signs} FROM {text})";

    internal override string Position(string text, string part) => $"strpos({text}, {part})";

    internal override string IsLike(string text, string pattern) => $"regexp_like({text}, '^({pattern})$')";

    internal override string DaysTo(string date) => $"date_diff('day', {FirstDay}, {date})";

    internal override string DayAt(string day) => $"date_add('day', {day}, {FirstDay})";

    internal override string IsWholeMinute(string time) => $"date_trunc('minute', {time}) = {time}";

    private protected override string Literal(long number) => string.Create(CultureInfo.InvariantCulture, $"BIGINT '{number}'");

    private protected override string Literal(double number) => string.Create(CultureInfo.InvariantCulture, $"DOUBLE '{number:R}'");

    private protected override string Literal(string text) => Escaped(text, "''", "\\") is var escaped && escaped.Contains('\\', StringComparison.Ordinal) ? $"U&'{escaped}'" : $"'{escaped}'";
}
