using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Makes random expressions of a school over fields with ranges, and facts within those ranges.</summary>
internal sealed class MadeRanged(Dice dice)
{
    private const int Lists = 2;

    private readonly List<string> _rows = [];

    private readonly List<string> _values = [];

    public string Condition(int depth) => depth == 0 || dice.OneIn(5) ? Atom() : dice.Between(0, 6) switch
    {
        0 or 1 => $"({Condition(depth - 1)} {dice.Of("&&", "||")} {Condition(depth - 1)})",
        2 => $"!({Condition(depth - 1)})",
        3 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
        4 => $"({Condition(depth - 1)} == {Condition(depth - 1)})",
        5 when _rows.Count + _values.Count < Lists => Through(depth, body => $"{dice.Of("all", "exists", "exists_one")}({body(Condition)})"),
        _ => Comparison(depth - 1),
    };

    public string Number(int depth) => depth == 0 ? NumberAtom() : dice.Between(0, 9) switch
    {
        <= 4 => $"({Number(depth - 1)} {dice.Of("+", "-", "*", "/", "%")} {Number(depth - 1)})",
        5 => $"-({Number(depth - 1)})",
        6 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
        7 when _rows.Count + _values.Count < Lists => Aggregate(depth),
        8 => $"[{Number(depth - 1)}, {Number(depth - 1)}].{dice.Of("sum()", "min()", "max()", "avg()", "size()", "percentile(40)")}",
        _ => NumberAtom(),
    };

    /// <summary>One school and a few classes, every fact within its range, some missing.</summary>
    public SampleFacts Facts() => new()
    {
        School = Row(BaseTables.School),
        Classes = [.. Enumerable.Range(0, dice.Between(0, 3)).Select(_ => Row(BaseTables.Class))],
        ReportsClasses = !dice.OneIn(10),
    };

    private string Comparison(int depth) => dice.Between(0, 8) switch
    {
        0 => $"{Number(depth)} in [{NumberAtom()}, {Number(depth)}]",
        1 => $"percent({Number(depth)}, {Number(depth)}) {Sign()} {Literal()}",
        2 => $"[{Number(depth)}, {NumberAtom()}].cv() {Sign()} {Literal()}",
        3 => $"{Time()} {Sign()} {Time()}",
        4 => $"{Day()} {Sign()} {Day()}",
        _ => $"{Number(depth)} {Sign()} {Number(depth)}",
    };

    private string Atom() => dice.Between(0, 5) switch
    {
        0 => "boarding",
        1 when _rows.Count > 0 => $"{_rows[^1]}.flag",
        2 => dice.Of("has(gates)", "has(classes)", "true", "false"),
        3 => $"({dice.Of("boarding ? 'x' : 'y'", "true ? 'y' : 'x'")}) {dice.Of("==", "!=")} {dice.Of("'x'", "'z'")}",
        _ => Comparison(0),
    };

    private string NumberAtom() => dice.Between(0, 6) switch
    {
        0 => Literal(),
        1 => dice.Of("year(founded)", "month(founded)", "day_of_week(founded)", "day_of_month(founded)", "classes.size()", "anything"),
        2 or 3 when _values.Count > 0 => _values[^1],
        2 or 3 or 4 when _rows.Count > 0 => $"{_rows[^1]}.{dice.Of("seats", "signed", "halves", "a")}",
        _ => dice.Of("gates", "tenths", "few"),
    };

    private string Aggregate(int depth) => dice.OneIn(3)
        ? Through(depth, body => $"count({body(Condition)})")
        : $"{Through(depth, body => $"map({body(Number)})")}.{dice.Of("sum()", "min()", "max()", "avg()", "percentile(50)")}";

    private string Through(int depth, Func<Func<Func<int, string>, string>, string> macro)
    {
        string variable = $"v{_rows.Count + _values.Count}";
        bool ofRows = dice.OneIn(2);
        string list = ofRows ? "classes" : $"[{Number(0)}, {Number(0)}, {Literal()}]";
        string kept = ofRows && dice.OneIn(3) ? $"{list}.filter({variable}, {variable}.flag)" : list;
        List<string> names = ofRows ? _rows : _values;
        return $"{kept}.{macro(body => Inside(names, variable, () => body(depth - 1)))}";
    }

    private static string Inside(List<string> names, string variable, Func<string> body)
    {
        names.Add(variable);
        string text = $"{variable}, {body()}";
        names.RemoveAt(names.Count - 1);
        return text;
    }

    private string Time() => dice.Between(0, 2) switch
    {
        0 => "evening",
        1 => $"(evening + minutes({dice.Of("gates", "few", "-30")}))",
        _ => $"time('{dice.Of("16:00", "17:00", "23:30", "00:30", "06:00")}')",
    };

    private string Day() => dice.Between(0, 3) switch
    {
        0 => "founded",
        1 => $"(founded {dice.Of("+", "-")} days({dice.Of("gates", "few", "400000")}))",
        2 => "as_of",
        _ => dice.Of("date('2000-02-29')", "date('9999-12-31')", "date('0001-01-01')"),
    };

    private string Sign() => dice.Of("==", "!=", "<", "<=", ">", ">=");

    private string Literal() => dice.Of("0.0", "1.0", "2", "-3.5", "0.1", "20.0", "100", "-1.0", "60.0", "1e15");

    private SampleRow Row(string table)
    {
        SampleRow row = [];
        foreach (FieldSchema field in SampleSchema.Facts.Table(table)!.Fields.Values)
        {
            if (!dice.OneIn(12) && Cell(field) is { } cell) row[field.Name] = cell;
        }

        return row;
    }

    private object? Cell(FieldSchema field) => field.Type switch
    {
        FieldType.Number when field.Range is { } range => Ranged(range, field.Step),
        FieldType.Number => dice.Of(0, 1, -7.25, 3, 1e308, -1e300, 1e-300),
        FieldType.Bool => dice.OneIn(2),
        FieldType.Date => dice.Of(new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31), new DateOnly(1999, 9, 1), new DateOnly(2026, 9, 1)),
        FieldType.Time when field.Scale is { } scale => TimeScale.Format(dice.Of(scale.Low, scale.High, dice.Between(scale.Low, scale.High))),
        _ => null,
    };

    private double Ranged(NumberRange range, double? step)
    {
        if (dice.OneIn(3)) return dice.Of(range.Low, range.High);
        decimal stride = (decimal)(step ?? 0.01);
        decimal steps = dice.Between((int)((decimal)range.Low / stride), (int)((decimal)range.High / stride));
        return double.Parse((steps * stride).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
