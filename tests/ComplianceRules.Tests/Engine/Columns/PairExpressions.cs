using System.Globalization;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes random expressions of every operator, function, macro and method over a made schema; what they mean is for the engines to agree on.</summary>
/// <param name="dice">What with.</param>
/// <param name="schema">The fields.</param>
/// <param name="subject">The subject's table.</param>
/// <param name="child">The table whose fields bare names mean within a list of rows that a rule counts; null elsewhere.</param>
internal sealed class PairExpressions(Dice dice, PairSchema schema, string subject, string? child)
{
    private const int DeepestLists = 2;

    private readonly List<string> _variables = [];

    private string Own => child ?? subject;

    public string Condition(int depth) => depth <= 0 ? Atom() : dice.Between(0, 14) switch
    {
        11 => Tie(),
        12 when HasList => TieOfList(),
        0 or 1 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        2 or 3 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        4 => $"!({Condition(depth - 1)})",
        5 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
        6 => $"(({Condition(depth - 1)}) {dice.Of("==", "!=")} ({Condition(depth - 1)}))",
        7 or 8 or 9 when HasList => OfList(depth - 1),
        10 => $"({Number(depth - 1)}) {Sign} ({Number(depth - 1)})",
        _ => Atom(),
    };

    /// <summary>Computed numbers against what they come to exactly where rows have certain values, or nearly.</summary>
    public string Tie()
    {
        if (Field("number") is not { } left || Field("number") is not { } right) return Atom();
        (decimal a, decimal b) = (ValueOf(left), ValueOf(right));
        return dice.Between(0, 5) switch
        {
            0 => $"{left} + {right} {Sign} {Near(a + b)}",
            1 => $"{left} - {right} {Sign} {Near(a - b)}",
            2 when Fits(a, b) => $"{left} * {right} {Sign} {Near(a * b)}",
            3 when b != 0 => $"{left} / {right} {Sign} {Near(a / b)}",
            4 when b != 0 => $"percent({left}, {right}) {Sign} {Near(100 * a / b)}",
            _ => $"{left} - {Near(a)} {Sign} {right} - {Near(b)}",
        };
    }

    /// <summary>A number; the deeper, the more it is computed.</summary>
    public string Number(int depth) => depth <= 0 ? NumberAtom() : dice.Between(0, 11) switch
    {
        0 or 1 => $"({Number(depth - 1)} + {Number(depth - 1)})",
        2 => $"({Number(depth - 1)} - {Number(depth - 1)})",
        3 => $"({Number(depth - 1)} * {Number(depth - 1)})",
        4 => $"({Number(depth - 1)} / {Field("number") ?? "2.5"})",
        5 => $"({Number(depth - 1)} % {Number(depth - 1)})",
        6 => $"-({Number(depth - 1)})",
        7 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Number(depth - 1)})",
        8 or 9 when HasList => Aggregate(depth - 1),
        10 => dice.Of("year", "month", "day_of_month", "day_of_week") + $"({Day()})",
        _ => NumberAtom(),
    };

    /// <summary>A field of a type of the row at hand or a row above; null where there is none.</summary>
    public string? Field(string type)
    {
        for (int i = 0; i < 6; i++)
        {
            (string prefix, string table) = Row();
            IReadOnlyList<PairTable> up = schema.Up(table);
            PairTable at = dice.OneIn(2) ? up[0] : dice.Pick(up);
            if (at.Of(type) is not { Length: > 0 } fields) continue;
            bool isPrevious = dice.OneIn(25);
            bool isParent = at == up[0] && table == "region" && dice.OneIn(4);
            return $"{prefix}{(isPrevious ? "previous." : string.Empty)}{(at == up[0] && !isParent ? string.Empty : at.Name + ".")}{dice.Of(fields).Name}";
        }

        return null;
    }

    /// <summary>A limit for a number: what some field may well be, or a little off.</summary>
    public string NumberLimit()
    {
        PairField field = dice.Of(schema.Tables.First(t => t.Name == Own).Of("number"));
        decimal near = decimal.Parse(dice.Of(field.Pool.AsSpan()[..^1]), CultureInfo.InvariantCulture);
        if (dice.OneIn(3)) near += dice.Of(0.05m, -0.05m, 0.5m, 1m, -1m, 0.000000001m);
        string text = PairSchema.Text(near);
        return decimal.Abs(near) > 1_000_000_000_000 ? PairSchema.Text(decimal.Truncate(near)) : text;
    }

    public string Aggregate(int depth)
    {
        string list = List();
        return dice.Between(0, 7) switch
        {
            0 => Inside(list, "count", Condition(list, depth)),
            1 => $"{Name(list)}.size()",
            2 => $"{Filtered(list, depth)}.size()",
            3 => Inside(list, "share", Condition(list, depth)) + " / 1.0",
            _ => $"{Mapped(list, depth)}.{dice.Of("sum()", "min()", "max()", "avg()", "percentile(50)", "percentile(0)", "percentile(100)", "percentile(33.3)")}",
        };
    }

    private string TieOfList()
    {
        string[] list = List().Split('|');
        _variables.Add(list[1]);
        PairField[] fields = schema.Table(list[1]).Of("number");
        PairField field = dice.Of(fields);
        (decimal a, decimal b) = (ValueOf(field.Name), ValueOf(field.Name));
        string body = dice.OneIn(3) ? $"{V(_variables.Count - 1)}.{field.Name} >= {Near(a)}" : Condition(0);
        _variables.RemoveAt(_variables.Count - 1);
        string v = V(_variables.Count);
        string of = dice.OneIn(2) ? $"{list[0]}.filter({v}, {body})" : list[0];
        string mapped = $"{of}.map({v}, {v}.{field.Name})";
        return dice.Between(0, 5) switch
        {
            0 => $"{mapped}.sum() {Sign} {Near(a + b)}",
            1 => $"{mapped}.avg() {Sign} {Near((a + b) / 2)}",
            2 => $"{mapped}.{dice.Of("min", "max")}() {Sign} {Near(a)}",
            3 => $"{mapped}.percentile({dice.Of("0", "25", "50", "66.7", "100")}) {Sign} {Near(b)}",
            4 => $"{list[0]}.count({v}, {body}) {Sign} {dice.Between(0, 4)}",
            _ => $"{of}.share({v}, {v}.{field.Name} <= {Near(b)}) {Sign} {dice.Of("0", "25", "50", "33.3", "100")}",
        };
    }

    private decimal ValueOf(string field)
    {
        string name = field[(field.LastIndexOf('.') + 1)..];
        return decimal.Parse(schema.Tables.SelectMany(t => t.Fields).First(f => f.Name == name).Inside(dice), CultureInfo.InvariantCulture);
    }

    private static bool Fits(decimal a, decimal b) => Math.Abs((double)a * (double)b) < 1e14;

    // At most 15 digits, and now and then off by the last of them.
    private string Near(decimal value)
    {
        decimal rounded = decimal.Parse(((double)value).ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        int free = 14 - decimal.Truncate(decimal.Abs(rounded)).ToString(CultureInfo.InvariantCulture).Length;
        if (free < 1) return PairSchema.Text(decimal.Truncate(rounded));
        rounded = decimal.Round(rounded, Math.Min(free, 14));
        if (dice.OneIn(5)) rounded += dice.Of(1, -1) * (decimal)Math.Pow(10, -dice.Of(1, Math.Min(9, free)));
        string text = PairSchema.Text(rounded);
        return text.Contains('.', StringComparison.Ordinal) ? text : text + ".0";
    }

    private bool HasList => _variables.Count < DeepestLists && Lists().Count > 0;

    private string Sign => dice.Of("==", "!=", "<", "<=", ">", ">=");

    private static string V(int depth) => $"k{depth}";

    private (string Prefix, string Table) Row()
    {
        if (_variables.Count == 0 || dice.OneIn(4)) return (string.Empty, Own);
        int frame = dice.OneIn(4) ? dice.Between(0, _variables.Count - 1) : _variables.Count - 1;
        return (V(frame) + ".", _variables[frame]);
    }

    private string Atom() => dice.Between(0, 16) switch
    {
        0 or 1 => Field("bool") ?? "true",
        2 or 3 or 4 => $"{Field("number") ?? "1"} {Sign} {(dice.OneIn(3) ? Parameter() : dice.OneIn(3) ? Field("number") ?? "1" : NumberLimit())}",
        5 => $"{NumberLimit()} {Sign} {Field("number") ?? "1"}",
        6 => $"{Field("number") ?? "1"} in [{NumberLimit()}, {NumberLimit()}]",
        7 or 8 => OfEnum(),
        9 => OfSet(),
        10 => $"{Day()} {Sign} {Day()}",
        11 => $"{Clock("time")} {Sign} {Clock("time")}",
        12 => $"{Clock("clock")} {Sign} {Clock("clock")}",
        13 => OfText(),
        14 => Has(),
        15 => $"percent({Number(1)}, {Field("number") ?? "2"}) {Sign} {dice.Of("0", "50", "66.6", "100", "param('pct')")}",
        _ => OfDays(),
    };

    private string OfDays() => dice.Between(0, 4) switch
    {
        0 => $"working_days_between({Day()}, {Day()}) {Sign} {dice.Of(-1, 0, 1, 2)}",
        1 => $"({Day()} - {Day()}) {Sign} days({dice.Between(-1, 2)})",
        2 => $"({Clock("time")} - {Clock("time")}) {Sign} {dice.Of(-60, 0, 30, 130)}",
        3 => $"per_100({Number(1)}, {Field("number") ?? "2"}) {Sign} {dice.Of("0", "7", "33.3")}",
        _ => $"as_of {Sign} {Day()}",
    };

    private string OfEnum()
    {
        string type = dice.OneIn(4) ? "stage" : "enum";
        string[] keys = type == "stage" ? ["primary", "junior", "senior"] : PairField.Keys;
        string field = Field(type) ?? Field("enum")!;
        if (field.Contains("stage", StringComparison.Ordinal)) keys = ["primary", "junior", "senior"];
        else keys = PairField.Keys;
        return dice.Between(0, 2) switch
        {
            0 => $"{field} {dice.Of("==", "!=")} '{dice.Pick(keys)}'",
            1 => $"{field} in ['{dice.Pick(keys)}', '{dice.Pick(keys)}']",
            _ => $"({Atom()} ? '{dice.Pick(keys)}' : '{dice.Pick(keys)}') == {field}",
        };
    }

    private string OfSet()
    {
        string field = Field("set") ?? "s1";
        return dice.Between(0, 3) switch
        {
            0 => $"'{dice.Pick(PairField.Keys)}' in {field}",
            1 => $"{field}.contains_all(['{dice.Pick(PairField.Keys)}'])",
            2 => $"{field}.size() {Sign} {dice.Between(0, 3)}",
            _ => $"{field} {dice.Of("==", "!=")} {dice.Of("['x']", "['x', 'y']", Field("set")!)}",
        };
    }

    private string OfText()
    {
        (string field, string text) = (Field("text") ?? "x1", dice.Of("'a'", "'b'", "'实验'", "''", "'none'"));
        return dice.Between(0, 4) switch
        {
            0 => $"{field} {dice.Of("==", "!=")} {text}",
            1 => $"{field}.{dice.Of("startsWith", "endsWith", "contains")}({text})",
            2 => $"{field} in [{text}, 'ab']",
            3 => $"{field} {dice.Of("==", "!=")} {Field("text")}",
            _ => $"{field}.size() {Sign} {dice.Between(0, 3)}",
        };
    }

    private string Has() => dice.OneIn(4) && child is null && Lists().Where(l => !l.Name.StartsWith('k')).ToArray() is { Length: > 0 } lists
        ? $"has({dice.Of(lists).Name})"
        : $"has({Field(dice.Of("bool", "number", "enum", "date", "text")) ?? Field("bool")})";

    private string NumberAtom() => dice.Between(0, 5) switch
    {
        0 => NumberLimit() is var limit && limit.Contains('.', StringComparison.Ordinal) ? limit : limit + ".0",
        1 => Parameter(),
        2 when Field("grade") is { } grade => grade,
        _ => Field("number") ?? "1.5",
    };

    private string Parameter() => dice.Between(0, 6) switch
    {
        0 when subject == "class" && child is null => "param('bykind')",
        1 when subject is "class" or "year_group" && child is null => "param('bystage')",
        2 => $"param('bykind', '{dice.Of("x", "y", "z")}')",
        3 when subject == "school" && child is null => "param('byschool')",
        4 => "param('dated')",
        5 => "param('seasonal')",
        _ => "param('plain')",
    };

    private string Day() => dice.Between(0, 6) switch
    {
        0 => "as_of",
        1 => dice.Of("param('day')", "param('warm')"),
        2 => $"date('2026-09-0{dice.Between(1, 3)}')",
        3 => $"({Field("date") ?? "as_of"} + days({dice.Between(-2, 2)}))",
        _ => Field("date") ?? "as_of",
    };

    private string Clock(string type) => dice.Between(0, 4) switch
    {
        0 => type == "time" ? $"time('{dice.Of("17:00", "21:20", "00:30", "05:59")}')" : $"time('{dice.Of("06:00", "08:20", "12:00")}')",
        1 => type == "time" ? "param('late')" : $"time('{dice.Of("06:01", "20:00")}')",
        2 => $"({Field(type) ?? "time('18:00')"} + minutes({dice.Of(-1, 0, 30)}))",
        _ => Field(type) ?? "time('19:00')",
    };

    private string OfList(int depth)
    {
        string list = List();
        return dice.Between(0, 8) switch
        {
            0 or 1 => Inside(list, "all", Condition(list, depth)),
            2 or 3 => Inside(list, "exists", Condition(list, depth)),
            4 => Inside(list, "exists_one", Condition(list, depth)),
            5 => $"{Inside(list, "share", Condition(list, depth))} {Sign} {dice.Of("0", "50", "33.3", "100", "param('pct')")}",
            6 => $"{Variation(list, depth)} {Sign} {dice.Of("0.0", "0.5", "1.0", "0.2", "param('pct')")}",
            7 => $"{NumberLimit()} in {Mapped(list, depth)}",
            _ => $"{Aggregate(depth)} {Sign} {(dice.OneIn(2) ? $"{dice.Between(0, 3)}" : dice.OneIn(4) ? Parameter() : NumberLimit())}",
        };
    }

    private string Variation(string list, int depth)
    {
        if (dice.OneIn(2)) return $"{Mapped(list, depth)}.cv()";
        string from = dice.OneIn(3) ? Filtered(list, depth) : Name(list);
        _variables.Add(list.Split('|')[1]);
        (string of, string by) = (Number(Math.Min(depth, dice.Of(0, 0, 1))), Number(0));
        _variables.RemoveAt(_variables.Count - 1);
        return $"{from}.map({V(_variables.Count)}, {of}).cv({from}.map({V(_variables.Count)}, {by}))";
    }

    private List<(string Name, string Table)> Lists()
    {
        List<(string, string)> lists = [];
        if (_variables.Count > 0)
        {
            foreach (PairTable below in schema.Below(_variables[^1])) lists.Add(($"{V(_variables.Count - 1)}.{below.Children}", below.Name));
        }

        if (_variables.Count > 0 && lists.Count > 0 && !dice.OneIn(6)) return lists;
        foreach (PairTable below in schema.Below(Own)) lists.Add((below.Children, below.Name));
        foreach (PairTable above in schema.Up(Own).Skip(1))
        {
            foreach (PairTable below in schema.Below(above.Name).Where(b => above.Name != "region" || b.Name is "school" or "class")) lists.Add(($"{above.Name}.{below.Children}", below.Name));
        }

        return lists;
    }

    // The text of a list and its table, joined.
    private string List()
    {
        List<(string Name, string Table)> lists = Lists();
        (string name, string table) = dice.OneIn(3) ? dice.Pick(lists) : lists[dice.Between(0, Math.Min(2, lists.Count - 1))];
        return $"{name}|{table}";
    }

    private static string Name(string list) => list.Split('|')[0];

    private string Inside(string list, string macro, string body) => dice.OneIn(3)
        ? $"{Filtered(list, 0)}.{macro}({V(_variables.Count)}, {body})"
        : $"{Name(list)}.{macro}({V(_variables.Count)}, {body})";

    private string Filtered(string list, int depth) => $"{Name(list)}.filter({V(_variables.Count)}, {Condition(list, depth)})";

    private string Mapped(string list, int depth)
    {
        string from = dice.OneIn(3) ? Filtered(list, depth) : Name(list);
        _variables.Add(list.Split('|')[1]);
        string body = Number(Math.Min(depth, dice.Of(0, 0, 1)));
        _variables.RemoveAt(_variables.Count - 1);
        return $"{from}.map({V(_variables.Count)}, {body})";
    }

    private string Condition(string list, int depth)
    {
        _variables.Add(list.Split('|')[1]);
        string body = Condition(Math.Min(depth, 2));
        _variables.RemoveAt(_variables.Count - 1);
        return body;
    }
}
