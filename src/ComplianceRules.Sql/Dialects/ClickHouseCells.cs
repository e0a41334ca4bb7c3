using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Reads one column of ClickHouse by its type; what reading in process may see otherwise is in doubt.</summary>
/// <remarks>All branches of a choice are computed in every row: whatever is computed must be harmless where another branch counts.</remarks>
/// <param name="mapped">The field and its column.</param>
/// <param name="x">The column's text.</param>
/// <param name="binder">Takes the values.</param>
internal sealed class ClickHouseCells(SqlField mapped, string x, SqlBinder binder)
{
    private const string ListSign = ";";
    private const string NoWhole = "CAST(NULL AS Nullable(Int64))";
    private const long MostWhole = 999_999_999_999_999;

    // A decimal of which none of the digits beyond the fourth behind the point counts.
    private const string ShortDecimal = "^-?[0-9]{1,11}([.][0-9]{0,4}0*)?$";
    private const string Clock = "^([0-9]|[0-3][0-9]|4[0-7]):[0-5][0-9]$";
    private const string Utf8 = "(?s)^.*$";
    private static readonly string[] Separators = ["、", ",", "，", "；", "|"];

    private readonly CellWords _words = mapped.Cells.Words;

    private SqlCellType Type => mapped.Column.Type;

    private string Text => $"toString({x})";

    private string SaysSomething => $"COALESCE(NOT {Matches(Text, $"^[{CellBlanks.All}]*$", binder)}{Nulls}, 0)";

    private string Nulls => string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND {Text} <> {binder.Of(w)}"));

    /// <summary>Whether a text is whole and has no blanks at its ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="binder">Takes the values.</param>
    public static string IsWhole(string text, SqlBinder binder) =>
        $"(NOT {Matches(text, $"^[{CellBlanks.All}]|[{CellBlanks.All}]$", binder)} AND {Matches(text, Utf8, binder)} AND position({text}, {binder.Of("\uFFFD")}) = 0)";

    /// <summary>The cell as a fact.</summary>
    public SqlCell Read() => (mapped.Field.Type, Type) switch
    {
        (FieldType.Number, SqlCellType.Whole or SqlCellType.Double or SqlCellType.Decimal) => SqlCoding.Of(mapped.Field) is { IsStep: true } coding ? Steps(coding) : Number(),
        (FieldType.Bool, SqlCellType.Bool) => new SqlCell($"CASE WHEN {x} = 1 THEN 1 WHEN {x} = 0 THEN 0 END", null),
        (FieldType.Bool, SqlCellType.Whole or SqlCellType.Text) => Bool(),
        (FieldType.Enum, SqlCellType.Text) => Keys(),
        (FieldType.Set, SqlCellType.Text) => Set(),
        (FieldType.Date, SqlCellType.Date) => Date(),
        (FieldType.Time, SqlCellType.Text) => ClockTime(),
        (FieldType.Text, SqlCellType.Text) => Words(),
        _ => Other(),
    };

    // A column of another type says what only the reader in process can make out.
    private SqlCell Other()
    {
        string nothing = mapped.Field.Type is FieldType.Text or FieldType.Enum ? "CAST(NULL AS Nullable(String))"
            : mapped.Field.Type == FieldType.Number && SqlCoding.Of(mapped.Field)?.IsStep != true ? "CAST(NULL AS Nullable(Float64))" : NoWhole;
        return new SqlCell(nothing, Type == SqlCellType.Text ? SaysSomething : $"{x} IS NOT NULL") { Flags = [.. mapped.Field.Options.Select(_ => "0")] };
    }

    private SqlCell Steps(SqlCoding coding)
    {
        (string low, string high) = (binder.Of(coding.Low), binder.Of(coding.High));
        if (Type == SqlCellType.Whole)
        {
            string scaled = coding.Denominator == 1 ? $"toInt64({x})" : $"toInt64({x}) * {N(coding.Denominator)}";
            string whole = coding.Numerator == 1 ? scaled : $"intDiv({scaled}, {N(coding.Numerator)})";
            string onStep = coding.Numerator == 1 ? string.Empty : $" AND ({scaled}) % {N(coding.Numerator)} = 0";
            string most = N(MostWhole / coding.Denominator);
            return new SqlCell($"CASE WHEN {x} BETWEEN -{most} AND {most} AND {whole} BETWEEN {low} AND {high}{onStep} THEN {whole} END", null);
        }

        (string number, string isRead) = Type == SqlCellType.Decimal ? (OfDecimal, IsShort) : (x, $"{x} BETWEEN -1e15 AND 1e15");
        string near = $"toInt64(round({number} * {N(coding.Denominator)} / {N(coding.Numerator)}))";
        string exact = $"toFloat64({near} * {N(coding.Numerator)}) / {N(coding.Denominator)} = {number}";
        string value = $"CASE WHEN {isRead} AND {near} BETWEEN {low} AND {high} AND {exact} THEN {near} END";
        string off = $"CASE WHEN {isRead} THEN NOT ({exact}) ELSE 0 END";
        return new SqlCell(value, Type == SqlCellType.Decimal ? $"({Unlike(IsShort)} OR {off})" : off);
    }

    private SqlCell Number()
    {
        (double low, double high) = mapped.Field.Range is { } range ? (range.Low, range.High) : (-1e300, 1e300);
        string bounds = $"BETWEEN {binder.Of(low)} AND {binder.Of(high)}";
        if (Type == SqlCellType.Whole)
        {
            string isShort = $"{x} BETWEEN -{N(MostWhole)} AND {N(MostWhole)}";
            return new SqlCell($"CASE WHEN {isShort} AND toFloat64({x}) {bounds} THEN toFloat64({x}) END", Unlike(isShort));
        }

        if (Type == SqlCellType.Decimal) return new SqlCell($"CASE WHEN {IsShort} AND {OfDecimal} {bounds} THEN {OfDecimal} END", Unlike(IsShort));

        // A double is a number of at most 15 digits where a division of whole numbers below 10^15 gives just it.
        string isFinite = $"{x} BETWEEN -1e300 AND 1e300";
        string isDecimal = $"(toFloat64(toInt64(round({x} * 10000))) / 10000 = {x} AND abs({x}) < 1e11)";
        return new SqlCell($"CASE WHEN {isFinite} AND {isDecimal} AND {x} {bounds} THEN {x} + 0 END", $"CASE WHEN {isFinite} THEN NOT {isDecimal} ELSE 0 END");
    }

    private string IsShort => Matches(Text, ShortDecimal, binder);

    // Old servers round when they read a text as a double; a whole number divided once is the nearest.
    private string OfDecimal
    {
        get
        {
            string whole = $"toInt64OrZero(extract({Text}, {binder.Of("^-?([0-9]{1,11})")}))";
            string rest = $"toInt64OrZero(substring(concat(extract({Text}, {binder.Of("[.]([0-9]{0,4})")}), '0000'), 1, 4))";
            return $"(toFloat64(({whole} * 10000 + {rest}) * (CASE WHEN position({Text}, '-') = 1 THEN -1 ELSE 1 END)) / 10000)";
        }
    }

    private SqlCell Bool()
    {
        ImmutableArray<(string Word, bool Truth)> words = [.. _words.True.Select(w => (w, true)), .. _words.False.Except(_words.True, StringComparer.OrdinalIgnoreCase).Select(w => (w, false))];
        string read = Chosen(words.OrderBy(w => w.Word, StringComparer.Ordinal).Select(w => (w.Word, w.Truth ? "1" : "0")));
        return new SqlCell(read, Type == SqlCellType.Text ? $"({SaysSomething} AND {read} IS NULL)" : null);
    }

    private SqlCell Keys()
    {
        string read = Chosen(mapped.Cells.KeysByText.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => (k.Key, binder.Of(k.Value))));
        return new SqlCell(read, $"({SaysSomething} AND {read} IS NULL)");
    }

    private string Chosen(IEnumerable<(string Word, string Value)> words) => $"CASE{string.Concat(words.Select(w => $" WHEN {Text} = {binder.Of(w.Word)} THEN {w.Value}"))} END";

    // A list is read where its keys are written as they are, each once, with one sign between them.
    private SqlCell Set()
    {
        string list = Separators.Aggregate(Text, (text, sign) => $"replaceAll({text}, '{sign}', '{ListSign}')");
        string framed = $"concat('{ListSign}', {list}, '{ListSign}')";
        ImmutableArray<string> flags = [.. mapped.Field.Options.Select(o => $"CASE WHEN position({framed}, {binder.Of($"{ListSign}{o.Key}{ListSign}")}) > 0 THEN 1 ELSE 0 END")];
        string length = string.Join(" + ", mapped.Field.Options.Select((o, i) => $"({flags[i]}) * {N(o.Key.EnumerateRunes().Count() + 1)}"));
        string isRead = $"COALESCE({Text} <> '' AND {length} = lengthUTF8({Text}) + 1, 0)";
        return new SqlCell($"CASE WHEN {isRead} THEN 1 END", $"({SaysSomething} AND NOT {isRead})") { Flags = flags };
    }

    // Old servers show the day 0 as `0000-00-00`, new ones as 1 January 1970.
    private SqlCell Date()
    {
        string isSure = $"toInt64({x}) <> 0";
        return new SqlCell($"CASE WHEN {isSure} THEN {ClickHouseDialect.DayNumber(x)} END", Unlike(isSure));
    }

    private SqlCell ClockTime()
    {
        string clock = $"COALESCE({Matches(Text, Clock, binder)}, 0)";
        string minutes = $"(toInt64OrZero(extract({Text}, {binder.Of("^([0-9]+):")})) * 60 + toInt64OrZero(extract({Text}, {binder.Of(":([0-9]+)$")})))";
        TimeScale scale = mapped.Field.Scale!;
        string placed = scale.PassesMidnight ? $"(CASE WHEN {minutes} < {N(scale.Low)} THEN {minutes} + {N(TimeScale.Day)} ELSE {minutes} END)" : minutes;
        return new SqlCell($"CASE WHEN {clock} AND {placed} BETWEEN {N(scale.Low)} AND {N(scale.High)} THEN {placed} END", $"({SaysSomething} AND NOT {clock})");
    }

    private SqlCell Words()
    {
        string isWhole = IsWhole(Text, binder);
        string nulls = string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND lower({Text}) <> {binder.Of(w.ToLowerInvariant())}"));
        return new SqlCell($"CASE WHEN {isWhole} AND {Text} <> ''{nulls} THEN {Text} END", Unlike(isWhole));
    }

    private static string Matches(string text, string pattern, SqlBinder binder) => $"match({text}, {binder.Of(pattern)})";

    private static string Unlike(string test) => $"COALESCE(NOT ({test}), 0)";

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
