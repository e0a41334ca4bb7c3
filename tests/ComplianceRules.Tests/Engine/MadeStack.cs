using System.Globalization;

namespace ComplianceRules.Tests.Engine;

/// <summary>Packs of nation, province, city and county that all give values of one parameter, and which value is in force by the page on packs.</summary>
internal sealed class MadeStack
{
    public static readonly string[] Regions = ["CN", "370000", "370300", "370322"];

    private static readonly string[] Members = ["p", "q", "r"];

    private static readonly (string Strictness, string Type, string Field, string Bound)[] Kinds =
    [
        ("lower", "number", "n", "max"), ("higher", "number", "n", "above"), ("none", "number", "n", "max"), ("earlier", "date", "d", "below"), ("later", "date", "d", "min"),
        ("earlier", "time", "t", "max"), ("later", "time", "t", "min"), ("none", "time", "t", "below"), ("superset", "set", "s", "includes"), ("subset", "set", "s", "within"),
    ];

    private readonly (string Strictness, string Type, string Field, string Bound) _kind;
    private readonly IReadOnlyList<MadeValue>[] _values;

    public MadeStack(Dice dice)
    {
        _kind = dice.Of(Kinds);
        _values = [.. Regions.Select((_, level) => Values(dice, level))];
    }

    /// <summary>Whether a pack gives a value that allows, on its first day, what the packs further out do not.</summary>
    public bool IsLooser => Enumerable.Range(1, Regions.Length - 1)
        .Any(level => _values[level].Any(v => InForce(level - 1, v.From ?? DateOnly.MinValue) is { } outer && _kind.Strictness != "none" && Stricter(outer, v.Value) != v.Value));

    public IEnumerable<string> Packs => Enumerable.Range(0, Regions.Length).Select(Pack);

    /// <summary>The value in force at a level of the stack, as findings write it.</summary>
    public string Limit(int level, DateOnly day) => Written(InForce(level, day)!.Value, clock: false);

    /// <summary>Whether a fact keeps the value in force.</summary>
    public bool Holds(int level, DateOnly day, int fact)
    {
        int limit = InForce(level, day)!.Value;
        return _kind.Bound switch
        {
            "max" => fact <= limit,
            "below" => fact < limit,
            "min" => fact >= limit,
            "above" => fact > limit,
            "includes" => (limit & ~fact) == 0,
            _ => (fact & ~limit) == 0,
        };
    }

    /// <summary>A class with one fact, as data writes it.</summary>
    public string Class(int fact) => $$"""{ "id": "1", "{{_kind.Field}}": {{Json(fact)}} }""";

    public int Any(Dice dice) => _kind.Type switch
    {
        "number" => dice.Between(0, 9),
        "date" => dice.Between(-9, 9),
        "time" => dice.Of(1020, 1279, 1280, 1410, 1440, 1470, 1500, 1800),
        _ => dice.Between(0, 7),
    };

    private int? InForce(int level, DateOnly day)
    {
        int? standing = null;
        foreach (IReadOnlyList<MadeValue> values in _values.Take(level + 1))
        {
            MadeValue? last = values.Where(v => v.From is null || v.From <= day).OrderBy(v => v.From ?? DateOnly.MinValue).LastOrDefault();
            if (last is null || last.Until < day) continue;
            standing = standing is { } outer ? Stricter(outer, last.Value) : last.Value;
        }

        return standing;
    }

    private int Stricter(int outer, int inner) => _kind.Strictness switch
    {
        "lower" or "earlier" => Math.Min(outer, inner),
        "higher" or "later" => Math.Max(outer, inner),
        "superset" => outer | inner,
        "subset" => outer & inner,
        _ => inner,
    };

    private List<MadeValue> Values(Dice dice, int level)
    {
        if (level == 0) return [new MadeValue(null, null, Any(dice)), .. dice.OneIn(2) ? new[] { new MadeValue(new DateOnly(2023, 5, 1), null, Any(dice)) } : []];
        List<MadeValue> values = [];
        for (int year = 2020; year < 2027; year += 2)
        {
            if (!dice.OneIn(3)) continue;
            DateOnly? from = year == 2020 && dice.OneIn(2) ? null : new DateOnly(year, dice.Between(1, 12), 1);
            values.Add(new MadeValue(from, dice.OneIn(3) ? new DateOnly(year + 1, dice.Between(1, 12), 28) : null, Any(dice)));
        }

        return values;
    }

    private string Pack(int level)
    {
        string values = string.Join(", ", _values[level].Select(v => $$"""{ "from": {{Day(v.From)}}, {{(v.Until is null ? "" : $"\"until\": {Day(v.Until)}, ")}}"value": {{Json(v.Value)}} }"""));
        // What no strictness guards is guarded by the rule; a law lets these values through.
        string relaxes = _kind.Strictness == "none" ? "\"relaxes\": { \"authority\": \"省\", \"instrument\": \"law\" }, " : "";
        string head = level > 0 ? relaxes : $"\"type\": \"{_kind.Type}\", \"strictness\": \"{_kind.Strictness}\", {(_kind.Type == "number" ? "\"unit\": \"1\", " : "")}";
        string parameters = values.Length == 0 ? "{}" : $$"""{ "limit": { {{head}}"values": [{{values}}] } }""";
        string rules = level > 0 ? "[]" : $"[{Rule()}]";
        return Tests.Packs.PackText.Pack($"k{level}", Regions[level], Facts, parameters, rules, level == 0 ? "" : ", \"extends\": \"k0\"");
    }

    private const string Facts = """
        { "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 9] }, "d": { "type": "date" }, "t": { "type": "time", "range": ["17:00", "30:00"] },
            "s": { "type": "set", "values": { "p": "p", "q": "q", "r": "r" } } } } }
        """;

    private string Rule() => Tests.Packs.PackText.Rule("r", $$"""
        "limit": { "of": "{{_kind.Field}}", "{{_kind.Bound}}": "$limit" }
        """);

    private static string Day(DateOnly? day) => day is { } known ? $"\"{known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"" : "null";

    private string Json(int value) => _kind.Type switch
    {
        "number" => Written(value, clock: true),
        "set" => $"[{string.Join(", ", Members.Where((_, bit) => (value & (1 << bit)) != 0).Select(m => $"\"{m}\""))}]",
        _ => $"\"{Written(value, clock: true)}\"",
    };

    private string Written(int value, bool clock) => _kind.Type switch
    {
        "number" => value.ToString(CultureInfo.InvariantCulture),
        "date" => Judged.Day.AddDays(value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "time" => $"{(clock ? value / 60 % 24 : value / 60):D2}:{value % 60:D2}",
        _ => string.Join(", ", Members.Where((_, bit) => (value & (1 << bit)) != 0)),
    };
}
