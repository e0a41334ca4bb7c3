using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Reads one column of PostgreSQL by the column's type; of texts that stand where something else is wanted only those that say nothing are no doubt.</summary>
/// <param name="mapped">The field and its column.</param>
/// <param name="x">The column's text.</param>
/// <param name="binder">Takes the values.</param>
internal sealed class PostgreSqlCells(SqlField mapped, string x, SqlBinder binder)
{
    private const string ListSign = ";";
    private static readonly string[] Separators = ["、", ",", "，", "；", "|"];

    private readonly CellWords _words = mapped.Cells.Words;

    private SqlCellType Type => mapped.Column.Type;

    private string SaysSomething => $"COALESCE(btrim({x}, {binder.Of(CellBlanks.All)}) <> ''{Nulls}, false)";

    private string Nulls => string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND {x} <> {binder.Of(w)}"));

    /// <summary>The cell as a fact.</summary>
    public SqlCell Read() => (mapped.Field.Type, Type) switch
    {
        (FieldType.Number, SqlCellType.Whole or SqlCellType.Double or SqlCellType.Decimal) => SqlCoding.Of(mapped.Field) is { IsStep: true } coding ? Steps(coding) : Number(),
        (FieldType.Bool, SqlCellType.Bool) => new SqlCell($"CASE WHEN {x} THEN 1 WHEN NOT {x} THEN 0 END", null),
        (FieldType.Bool, SqlCellType.Whole or SqlCellType.Text) => Bool(),
        (FieldType.Enum, SqlCellType.Text) => Keys(),
        (FieldType.Set, SqlCellType.Text) => Set(),
        (FieldType.Date, SqlCellType.Date) => Date(),
        (FieldType.Time, SqlCellType.Time) => Minutes(),
        (FieldType.Time, SqlCellType.Text) => Clock(),
        (FieldType.Text, SqlCellType.Text) => Text(),
        _ => Other(),
    };

    // A column of another type says what only the reader in process can make out.
    private SqlCell Other()
    {
        string nothing = mapped.Field.Type is FieldType.Text or FieldType.Enum ? "NULL::text" : mapped.Field.Type == FieldType.Number && SqlCoding.Of(mapped.Field)?.IsStep != true ? "NULL::double precision" : "NULL::bigint";
        return new SqlCell(nothing, Type == SqlCellType.Text ? SaysSomething : $"{x} IS NOT NULL") { Flags = [.. mapped.Field.Options.Select(_ => "0")] };
    }

    private SqlCell Steps(SqlCoding coding)
    {
        (string low, string high, string top, string bottom) = (binder.Of(coding.Low), binder.Of(coding.High), N(coding.Numerator), N(coding.Denominator));
        if (Type == SqlCellType.Whole)
        {
            string scaled = coding.Denominator == 1 ? $"{x}::bigint" : $"{x}::bigint * {bottom}";
            string whole = coding.Numerator == 1 ? scaled : $"({scaled}) / {top}";
            string onStep = coding.Numerator == 1 ? string.Empty : $" AND ({scaled}) % {top} = 0";
            string most = N(999_999_999_999_999 / coding.Denominator);
            return new SqlCell($"CASE WHEN {x} BETWEEN -{most} AND {most} THEN CASE WHEN ({whole}) BETWEEN {low} AND {high}{onStep} THEN {whole} END END", null);
        }

        string number = $"{x}::numeric";
        string isFinite = Type == SqlCellType.Double ? $"{x} BETWEEN -1e15 AND 1e15" : $"{x} BETWEEN -1e15 AND 1e15 AND {x} <> 'NaN'";
        string near = $"round({number} * {bottom} / {top})";
        string exact = $"{near} * {top} / {bottom} = {number}{(Type == SqlCellType.Double ? $" AND {number}::double precision = {x}" : string.Empty)}";
        string value = $"CASE WHEN {isFinite} THEN CASE WHEN {near} BETWEEN {low} AND {high} AND {exact} THEN {near}::bigint END END";
        return new SqlCell(value, $"CASE WHEN {isFinite} THEN NOT ({exact}) ELSE false END");
    }

    private SqlCell Number()
    {
        (double low, double high) = mapped.Field.Range is { } range ? (range.Low, range.High) : (-1e300, 1e300);
        string bounds = $"BETWEEN {binder.Of(low)} AND {binder.Of(high)}";
        if (Type == SqlCellType.Whole)
        {
            string isShort = $"{x} BETWEEN -999999999999999 AND 999999999999999";
            return new SqlCell($"CASE WHEN {isShort} AND {x}::double precision {bounds} THEN {x}::double precision END", $"COALESCE(NOT ({isShort}), false)");
        }

        // A double becomes a decimal of 15 digits: where that is the same double again, it is that decimal.
        string kept = $"{x}::double precision";
        string isFinite = Type == SqlCellType.Double ? $"{x} BETWEEN -1e300 AND 1e300" : $"{x} BETWEEN -1e300 AND 1e300 AND {x} <> 'NaN'";
        string exact = Type == SqlCellType.Double ? $"{x}::numeric::double precision = {x}" : $"({kept})::numeric = {x}";
        string value = $"CASE WHEN {isFinite} THEN CASE WHEN {exact} AND {kept} {bounds} THEN {kept} + 0.0 END END";
        return new SqlCell(value, $"CASE WHEN {isFinite} THEN NOT ({exact}) ELSE false END");
    }

    private SqlCell Bool()
    {
        ImmutableArray<(string Word, bool Truth)> words = [.. _words.True.Select(w => (w, true)), .. _words.False.Except(_words.True, StringComparer.OrdinalIgnoreCase).Select(w => (w, false))];
        string cases = string.Concat(words.OrderBy(w => w.Word, StringComparer.Ordinal).Select(w => $" WHEN {binder.Of(w.Word)} THEN {(w.Truth ? "1" : "0")}"));
        string read = $"CASE {x}::text{cases} END";
        return new SqlCell(read, Type == SqlCellType.Text ? $"({SaysSomething} AND {read} IS NULL)" : null);
    }

    private SqlCell Keys()
    {
        string read = $"CASE {x}{string.Concat(mapped.Cells.KeysByText.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $" WHEN {binder.Of(k.Key)} THEN {binder.Of(k.Value)}"))} END";
        return new SqlCell(read, $"({SaysSomething} AND {read} IS NULL)");
    }

    // A list is read where its keys are written as they are, each once, with one sign between them.
    private SqlCell Set()
    {
        string list = Separators.Aggregate(x, (text, sign) => $"replace({text}, '{sign}', '{ListSign}')");
        string framed = $"('{ListSign}' || {list} || '{ListSign}')";
        ImmutableArray<string> flags = [.. mapped.Field.Options.Select(o => $"CASE WHEN strpos({framed}, {binder.Of($"{ListSign}{o.Key}{ListSign}")}) > 0 THEN 1 ELSE 0 END")];
        string length = string.Join(" + ", mapped.Field.Options.Select((o, i) => $"({flags[i]}) * {N(o.Key.EnumerateRunes().Count() + 1)}"));
        string isRead = $"COALESCE({x} <> '' AND {length} = length({x}) + 1, false)";
        return new SqlCell($"CASE WHEN {isRead} THEN 1 END", $"({SaysSomething} AND NOT {isRead})") { Flags = flags };
    }

    // The database has days before the year 1 and after the year 9999, and infinite ones; the reader in process says what becomes of these.
    private SqlCell Date()
    {
        string within = $"{x} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'";
        return new SqlCell($"CASE WHEN {within} THEN ({x} - DATE '0001-01-01')::bigint END", $"COALESCE(NOT ({within}), false)");
    }

    private SqlCell Minutes()
    {
        string seconds = $"EXTRACT(epoch FROM {x})";
        string whole = $"({seconds} >= 0 AND {seconds} < 172800 AND {seconds} % 60 = 0)";
        return Placed($"COALESCE({whole}, false)", $"({seconds} / 60)::bigint", $"COALESCE(NOT {whole}, false)");
    }

    private SqlCell Clock()
    {
        string clock = $"COALESCE({x} ~ '^([0-9]|[0-3][0-9]|4[0-7]):[0-5][0-9]$', false)";
        string minutes = $"(split_part({x}, ':', 1)::bigint * 60 + split_part({x}, ':', 2)::bigint)";
        return Placed(clock, minutes, $"({SaysSomething} AND NOT {clock})");
    }

    private SqlCell Placed(string isRead, string minutes, string doubt)
    {
        TimeScale scale = mapped.Field.Scale!;
        string placed = scale.PassesMidnight ? $"CASE WHEN {minutes} < {N(scale.Low)} THEN {minutes} + {N(TimeScale.Day)} ELSE {minutes} END" : minutes;
        return new SqlCell($"CASE WHEN {isRead} THEN CASE WHEN {placed} BETWEEN {N(scale.Low)} AND {N(scale.High)} THEN {placed} END END", doubt);
    }

    private SqlCell Text()
    {
        string isWhole = $"{x} = btrim({x}, {binder.Of(CellBlanks.All)}) AND strpos({x}, '\uFFFD') = 0";
        string nulls = string.Concat(_words.Nulls.Where(w => w.Length > 0).Order(StringComparer.Ordinal).Select(w => $" AND lower({x}) <> {binder.Of(w.ToLowerInvariant())}"));
        return new SqlCell($"CASE WHEN {isWhole} AND {x} <> ''{nulls} THEN {x} END", $"COALESCE(NOT ({isWhole}), false)");
    }

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
