using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Reads one column by its type; what reading in process may see otherwise is in doubt.</summary>
/// <param name="mapped">The field and its column.</param>
/// <param name="x">The column's text.</param>
/// <param name="binder">Takes the values.</param>
/// <param name="dialect">Names types and functions.</param>
internal sealed class TypedCells(SqlField mapped, string x, SqlBinder binder, TypedDialect dialect)
{
    private const string ListSign = ";";

    private const string Clock = "([0-9]|[0-3][0-9]|4[0-7]):[0-5][0-9]";
    private const long MostWhole = 999_999_999_999_999;
    private static readonly string[] Separators = ["、", ",", "，", "；", "|"];

    private readonly CellWords _words = mapped.Cells.Words;

    private SqlCellType Type => mapped.Column.Type;

    private string Text => Type == SqlCellType.Text ? dialect.Exactly(x) : x;

    private string SaysSomething => $"COALESCE({Trimmed} <> ''{Nulls}, 1 = 0)";

    private string Trimmed => dialect.Trimmed(Text, binder.Of(CellBlanks.All));

    private string Nulls => string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND {Text} <> {binder.Of(w)}"));

    private bool IsCounted => mapped.Field.Type == FieldType.Number && SqlCoding.Of(mapped.Field) is { IsStep: true };

    /// <summary>The cell as a fact.</summary>
    public SqlCell Read() => (mapped.Field.Type, Type) switch
    {
        (FieldType.Number, SqlCellType.Whole) => IsCounted ? WholeSteps(SqlCoding.Of(mapped.Field)!) : WholeNumber(),
        (FieldType.Number, SqlCellType.Double) => IsCounted ? Steps(SqlCoding.Of(mapped.Field)!, x, Within(SqlCoding.Of(mapped.Field)!, x)) : Number(),
        (FieldType.Number, SqlCellType.Decimal) => Decimal(),
        (FieldType.Bool, SqlCellType.Bool) => new SqlCell($"CASE WHEN {x} THEN 1 WHEN NOT {x} THEN 0 END", null),
        (FieldType.Bool, SqlCellType.Whole or SqlCellType.Text) => Bool(),
        (FieldType.Enum, SqlCellType.Text) => Keys(),
        (FieldType.Set, SqlCellType.Text) => Set(),
        (FieldType.Date, SqlCellType.Date) => Date(),
        (FieldType.Time, SqlCellType.Time) => Minutes(),
        (FieldType.Time, SqlCellType.Text) => ClockTime(),
        (FieldType.Text, SqlCellType.Text) => Words(),
        _ => Other(),
    };

    // A column of another type says what only the reader in process can make out.
    private SqlCell Other()
    {
        string type = mapped.Field.Type is FieldType.Text or FieldType.Enum ? dialect.AsText("NULL") : mapped.Field.Type == FieldType.Number && !IsCounted ? dialect.AsDouble("NULL") : "CAST(NULL AS BIGINT)";
        return new SqlCell(type, Type == SqlCellType.Text ? SaysSomething : $"{x} IS NOT NULL") { Flags = [.. mapped.Field.Options.Select(_ => "0")] };
    }

    private SqlCell WholeSteps(SqlCoding coding)
    {
        string most = TypedDialect.N(MostWhole / coding.Denominator);
        string scaled = coding.Denominator == 1 ? $"CAST({x} AS BIGINT)" : $"CAST({x} AS BIGINT) * {TypedDialect.N(coding.Denominator)}";
        string whole = coding.Numerator == 1 ? scaled : dialect.Quotient(scaled, TypedDialect.N(coding.Numerator));
        string onStep = coding.Numerator == 1 ? string.Empty : $" AND ({scaled}) % {TypedDialect.N(coding.Numerator)} = 0";
        return new SqlCell($"CASE WHEN {x} BETWEEN -{most} AND {most} THEN CASE WHEN ({whole}) BETWEEN {binder.Of(coding.Low)} AND {binder.Of(coding.High)}{onStep} THEN {whole} END END", null);
    }

    private SqlCell WholeNumber()
    {
        string isShort = $"{x} BETWEEN -{TypedDialect.N(MostWhole)} AND {TypedDialect.N(MostWhole)}";
        return new SqlCell($"CASE WHEN {isShort} THEN CASE WHEN {dialect.AsDouble(x)} {Bounds} THEN {dialect.AsDouble(x)} END END", $"COALESCE(NOT ({isShort}), 1 = 0)");
    }

    private SqlCell Decimal()
    {
        string isShort = dialect.IsShort(x);
        string number = dialect.AsDouble(dialect.AsText(x));
        if (IsCounted && SqlCoding.Of(mapped.Field)! is var coding)
        {
            string isRead = $"CASE WHEN {isShort} THEN {Within(coding, number)} ELSE 1 = 0 END";
            return Steps(coding, number, isRead) with { Doubt = $"COALESCE(NOT ({isShort}), 1 = 0) OR {OffStep(coding, number, isRead)}" };
        }

        return new SqlCell($"CASE WHEN {isShort} THEN CASE WHEN {number} {Bounds} THEN {number} + 0e0 END END", $"COALESCE(NOT ({isShort}), 1 = 0)");
    }

    // A count is exact where a division of whole numbers below 2^53 gives just the double.
    private SqlCell Steps(SqlCoding coding, string number, string isRead)
    {
        string near = Near(coding, number);
        string value = $"CASE WHEN {isRead} THEN CASE WHEN {near} BETWEEN {binder.Of(coding.Low)} AND {binder.Of(coding.High)} AND {IsExact(coding, number)} THEN {near} END END";
        return new SqlCell(value, OffStep(coding, number, isRead));
    }

    private string Near(SqlCoding coding, string number) => dialect.Rounded($"{number} * {TypedDialect.N(coding.Denominator)}e0 / {TypedDialect.N(coding.Numerator)}e0");

    private string IsExact(SqlCoding coding, string number) => $"{dialect.AsDouble($"{Near(coding, number)} * {TypedDialect.N(coding.Numerator)}")} / {TypedDialect.N(coding.Denominator)}e0 = {number}";

    private string OffStep(SqlCoding coding, string number, string isRead) => $"CASE WHEN {isRead} THEN NOT ({IsExact(coding, number)}) ELSE 1 = 0 END";

    // Beyond it the count would have more than 64 bits, and no number of the field is as large.
    private static string Within(SqlCoding coding, string number)
    {
        double most = Math.Min(1e15, 1e18 * coding.Numerator / coding.Denominator);
        return string.Create(CultureInfo.InvariantCulture, $"{number} BETWEEN -{most:0}e0 AND {most:0}e0");
    }

    private string IsFinite(string most) => $"{x} BETWEEN -{most} AND {most}";

    private string Bounds
    {
        get
        {
            (double low, double high) = mapped.Field.Range is { } range ? (range.Low, range.High) : (-1e300, 1e300);
            return $"BETWEEN {binder.Of(low)} AND {binder.Of(high)}";
        }
    }

    private SqlCell Number()
    {
        string isDecimal = dialect.IsDecimal(x);
        string value = $"CASE WHEN {IsFinite("1e300")} THEN CASE WHEN {isDecimal} AND {x} {Bounds} THEN {x} + 0e0 END END";
        return new SqlCell(value, $"CASE WHEN {IsFinite("1e300")} THEN NOT ({isDecimal}) ELSE 1 = 0 END");
    }

    private SqlCell Bool()
    {
        ImmutableArray<(string Word, bool Truth)> words = [.. _words.True.Select(w => (w, true)), .. _words.False.Except(_words.True, StringComparer.OrdinalIgnoreCase).Select(w => (w, false))];
        string cases = string.Concat(words.OrderBy(w => w.Word, StringComparer.Ordinal).Select(w => $" WHEN {binder.Of(w.Word)} THEN {(w.Truth ? "1" : "0")}"));
        string read = $"CASE {(Type == SqlCellType.Text ? Text : dialect.AsText(x))}{cases} END";
        return new SqlCell(read, Type == SqlCellType.Text ? $"({SaysSomething} AND {read} IS NULL)" : null);
    }

    private SqlCell Keys()
    {
        string read = $"CASE {Text}{string.Concat(mapped.Cells.KeysByText.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $" WHEN {binder.Of(k.Key)} THEN {binder.Of(k.Value)}"))} END";
        return new SqlCell(read, $"({SaysSomething} AND {read} IS NULL)");
    }

    // A list is read where its keys are written as they are, each once, with one sign between them.
    private SqlCell Set()
    {
        string list = Separators.Aggregate(Text, (text, sign) => $"replace({text}, '{sign}', '{ListSign}')");
        string framed = $"concat('{ListSign}', {list}, '{ListSign}')";
        ImmutableArray<string> flags = [.. mapped.Field.Options.Select(o => $"CASE WHEN {dialect.Position(framed, binder.Of($"{ListSign}{o.Key}{ListSign}"))} > 0 THEN 1 ELSE 0 END")];
        string length = string.Join(" + ", mapped.Field.Options.Select((o, i) => $"({flags[i]}) * {TypedDialect.N(o.Key.EnumerateRunes().Count() + 1)}"));
        string isRead = $"COALESCE({Text} <> '' AND {length} = length({Text}) + 1, 1 = 0)";
        return new SqlCell($"CASE WHEN {isRead} THEN 1 END", $"({SaysSomething} AND NOT {isRead})") { Flags = flags };
    }

    // A database may have days before the year 1 and after the year 9999, and infinite ones; the reader in process says what becomes of these.
    private SqlCell Date()
    {
        string within = $"{x} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'";
        return new SqlCell($"CASE WHEN {within} THEN CAST({dialect.DaysTo(x)} AS BIGINT) END", $"COALESCE(NOT ({within}), 1 = 0)");
    }

    private SqlCell Minutes()
    {
        string isRead = $"COALESCE({dialect.IsWholeMinute(x)}, 1 = 0)";
        return Placed(isRead, dialect.MinutesOf(x), $"COALESCE(NOT ({dialect.IsWholeMinute(x)}), 1 = 0)");
    }

    private SqlCell ClockTime()
    {
        string clock = $"COALESCE({dialect.IsLike(Text, Clock)}, 1 = 0)";
        return Placed(clock, $"(CAST(split_part({Text}, ':', 1) AS BIGINT) * 60 + CAST(split_part({Text}, ':', 2) AS BIGINT))", $"({SaysSomething} AND NOT {clock})");
    }

    private SqlCell Placed(string isRead, string minutes, string doubt)
    {
        TimeScale scale = mapped.Field.Scale!;
        string placed = scale.PassesMidnight ? $"CASE WHEN {minutes} < {TypedDialect.N(scale.Low)} THEN {minutes} + {TypedDialect.N(TimeScale.Day)} ELSE {minutes} END" : minutes;
        return new SqlCell($"CASE WHEN {isRead} THEN CASE WHEN {placed} BETWEEN {TypedDialect.N(scale.Low)} AND {TypedDialect.N(scale.High)} THEN {placed} END END", doubt);
    }

    private SqlCell Words()
    {
        string isWhole = $"{Text} = {Trimmed} AND {dialect.Position(Text, binder.Of("\uFFFD"))} = 0";
        string nulls = string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND lower({Text}) <> {binder.Of(w.ToLowerInvariant())}"));
        return new SqlCell($"CASE WHEN {isWhole} AND {Text} <> ''{nulls} THEN {Text} END", $"COALESCE(NOT ({isWhole}), 1 = 0)");
    }
}
