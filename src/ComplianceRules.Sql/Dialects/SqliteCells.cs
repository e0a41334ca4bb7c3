using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Reads one column of SQLite: what is stored as it should be is read, and whatever else could be read in process is in doubt.</summary>
/// <param name="mapped">The field and its column.</param>
/// <param name="x">The column's text.</param>
/// <param name="binder">Takes the values.</param>
internal sealed class SqliteCells(SqlField mapped, string x, SqlBinder binder)
{
    // Below this a whole number of 64 bits is kept by a double and has no more digits than data can have.
    private const long MostWhole = 999_999_999_999_999;
    private const string ListSign = ";";
    private static readonly string[] Separators = ["、", ",", "，", "；", "|"];

    private readonly CellWords _words = mapped.Cells.Words;

    private string IsText => $"typeof({x}) = 'text'";

    private string IsWhole => $"typeof({x}) = 'integer'";

    private string IsReal => $"typeof({x}) = 'real'";

    // Texts that mean nothing are no doubt; all others somebody may have meant something with.
    private string SaysSomething => $"({IsText} AND trim({x}, {binder.Of(CellBlanks.All)}) <> ''{Nulls})";

    private string Nulls => string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND {x} <> {binder.Of(w)}"));

    /// <summary>The cell as a fact.</summary>
    public SqlCell Read() => mapped.Field.Type switch
    {
        FieldType.Number => SqlCoding.Of(mapped.Field) is { IsStep: true } coding ? Steps(coding) : Number(),
        FieldType.Bool => Bool(),
        FieldType.Enum => Keys(),
        FieldType.Set => Set(),
        FieldType.Date => Date(),
        FieldType.Time => Time(),
        _ => Text(),
    };

    private SqlCell Steps(SqlCoding coding)
    {
        (string low, string high) = (binder.Of(coding.Low), binder.Of(coding.High));
        (string top, string bottom) = (N(coding.Numerator), N(coding.Denominator));
        string scaled = coding.Denominator == 1 ? x : $"{x} * {bottom}";
        string whole = coding.Numerator == 1 ? scaled : $"{scaled} / {top}";
        string onStep = coding.Numerator == 1 ? string.Empty : $" AND ({scaled}) % {top} = 0";
        string bounds = $"{x} BETWEEN {N(-MostWhole / coding.Denominator)} AND {N(MostWhole / coding.Denominator)}";
        string near = $"CAST(ROUND({x} * {bottom}.0 / {top}.0) AS INTEGER)";
        string exact = $"CAST({near} * {top} AS REAL) / {bottom}.0 = {x}";
        string value = $"CASE WHEN {IsWhole} THEN CASE WHEN {bounds}{onStep} AND {whole} BETWEEN {low} AND {high} THEN {whole} END"
            + $" WHEN {IsReal} THEN CASE WHEN abs({x}) < 1e15 AND {near} BETWEEN {low} AND {high} AND {exact} THEN {near} END END";
        string doubt = $"({IsReal} AND abs({x}) < 1e15 AND NOT ({exact})) OR {SaysSomething}";
        return new SqlCell(value, doubt);
    }

    // A double is a number of at most 15 digits where a division of whole numbers below 10^15 gives just it.
    private SqlCell Number()
    {
        (double low, double high) = mapped.Field.Range is { } range ? (range.Low, range.High) : (-1e300, 1e300);
        string bounds = $"BETWEEN {binder.Of(low)} AND {binder.Of(high)}";
        string isShort = $"(ROUND({x} * 10000.0) / 10000.0 = {x} AND abs({x}) < 1e11)";
        string isDecimal = $"({isShort} OR {OfFifteenDigits()})";
        string value = $"CASE WHEN {IsWhole} AND {x} BETWEEN {N(-MostWhole)} AND {N(MostWhole)} THEN CASE WHEN CAST({x} AS REAL) {bounds} THEN CAST({x} AS REAL) END"
            + $" WHEN {IsReal} AND {isDecimal} THEN CASE WHEN {x} {bounds} THEN {x} + 0.0 END END";
        string doubt = $"({IsWhole} AND {x} NOT BETWEEN {N(-MostWhole)} AND {N(MostWhole)}) OR ({IsReal} AND abs({x}) < 1e300 AND NOT {isDecimal}) OR {SaysSomething}";
        return new SqlCell(value, doubt);
    }

    private string OfFifteenDigits()
    {
        List<string> cases = [];
        for (int power = 1; power <= 14; power++)
        {
            string scale = string.Create(CultureInfo.InvariantCulture, $"1e{15 - power}");
            string below = string.Create(CultureInfo.InvariantCulture, $"1e{power}");
            cases.Add($"WHEN abs({x}) < {below} THEN ROUND({x} * {scale}) / {scale} = {x}");
        }

        return $"CASE WHEN abs({x}) < 1e-3 THEN 0 {string.Join(' ', cases)} ELSE 0 END";
    }

    private SqlCell Bool()
    {
        ImmutableArray<(string Word, bool Truth)> words = [.. _words.True.Select(w => (w, true)), .. _words.False.Except(_words.True, StringComparer.OrdinalIgnoreCase).Select(w => (w, false))];
        string cases = string.Concat(words.OrderBy(w => w.Word, StringComparer.Ordinal).Select(w => $" WHEN {binder.Of(w.Word)} THEN {(w.Truth ? "1" : "0")}"));
        string read = $"CASE CAST({x} AS TEXT){cases} END";
        return new SqlCell($"CASE WHEN typeof({x}) IN ('integer', 'text') THEN {read} END", $"{IsReal} OR ({SaysSomething} AND {read} IS NULL)");
    }

    private string KeyOf => $"CASE CAST({x} AS TEXT){string.Concat(KeysByText.Select(k => $" WHEN {binder.Of(k.Key)} THEN {binder.Of(k.Value)}"))} END";

    private IEnumerable<KeyValuePair<string, string>> KeysByText => mapped.Cells.KeysByText.OrderBy(k => k.Key, StringComparer.Ordinal);

    private SqlCell Keys() =>
        new($"CASE WHEN typeof({x}) IN ('integer', 'text') THEN {KeyOf} END", $"{IsReal} OR ({SaysSomething} AND {KeyOf} IS NULL)");

    // A list is read where its keys are written as they are, each once, with one sign between them.
    private SqlCell Set()
    {
        string list = Separators.Aggregate(x, (text, sign) => $"replace({text}, '{sign}', '{ListSign}')");
        string framed = $"('{ListSign}' || {list} || '{ListSign}')";
        ImmutableArray<string> flags = [.. mapped.Field.Options.Select(o => $"CASE WHEN instr({framed}, {binder.Of($"{ListSign}{o.Key}{ListSign}")}) > 0 THEN 1 ELSE 0 END")];
        string length = string.Join(" + ", mapped.Field.Options.Select((o, i) => $"({flags[i]}) * {N(o.Key.EnumerateRunes().Count() + 1)}"));
        string isRead = $"({IsText} AND {x} <> '' AND {length} = length({x}) + 1)";
        return new SqlCell($"CASE WHEN {isRead} THEN 1 END", $"typeof({x}) IN ('integer', 'real') OR ({SaysSomething} AND NOT {isRead})") { Flags = [.. flags.Select(f => $"CASE WHEN {IsText} THEN {f} ELSE 0 END")] };
    }

    private SqlCell Date()
    {
        string isDay = $"({IsText} AND {x} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND {x} >= '0001-01-01' AND date({x}) = {x})";
        string isRead = $"COALESCE({isDay}, 0)";
        return new SqlCell($"CASE WHEN {isRead} THEN {SqliteDialect.DayNumber(x)} END", $"typeof({x}) IN ('integer', 'real') OR ({SaysSomething} AND NOT {isRead})");
    }

    private SqlCell Time()
    {
        TimeScale scale = mapped.Field.Scale!;
        string clock = $"({IsText} AND ({x} GLOB '[0-9][0-9]:[0-5][0-9]' OR {x} GLOB '[0-9]:[0-5][0-9]') AND CAST(substr({x}, 1, length({x}) - 3) AS INTEGER) < 48)";
        string minutes = $"(CAST(substr({x}, 1, length({x}) - 3) AS INTEGER) * 60 + CAST(substr({x}, -2) AS INTEGER))";
        string placed = scale.PassesMidnight ? $"CASE WHEN {minutes} < {N(scale.Low)} THEN {minutes} + {N(TimeScale.Day)} ELSE {minutes} END" : minutes;
        string value = $"CASE WHEN {clock} AND {placed} BETWEEN {N(scale.Low)} AND {N(scale.High)} THEN {placed} END";
        return new SqlCell(value, $"typeof({x}) IN ('integer', 'real') OR ({SaysSomething} AND NOT {clock})");
    }

    // Bytes that are no text are found as the replacement character, which no whole text has.
    private SqlCell Text()
    {
        string isWhole = $"({x} = trim({x}, {binder.Of(CellBlanks.All)}) AND {x} NOT GLOB '*\uFFFD*')";
        string nulls = string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND lower({x}) <> {binder.Of(w.ToLowerInvariant())}"));
        string value = $"CASE WHEN {IsWhole} THEN CAST({x} AS TEXT) WHEN {IsText} THEN CASE WHEN {isWhole} AND {x} <> ''{nulls} THEN {x} END END";
        return new SqlCell(value, $"{IsReal} OR ({IsText} AND NOT {isWhole})");
    }

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
