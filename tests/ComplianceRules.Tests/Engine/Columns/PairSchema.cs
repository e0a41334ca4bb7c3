using System.Globalization;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes tables whose columns have cells of every width.</summary>
internal sealed class PairSchema
{
    // Range, step; the widths of the cells are bytes, 16 bits, 32 bits and doubles.
    private static readonly (decimal Low, decimal High, decimal Step)[] Shapes =
    [
        (0, 200, 1), (0, 4, 1), (0, 255, 1), (0, 6, 0.5m), (0, 10, 0.1m), (0, 1000, 5), (0, 256, 1), (0, 600, 1), (0, 5000, 0.1m), (0, 65535, 1), (0, 300000, 5), (1, 9, 2),
        (-3, 3, 1), (-100, 100, 1), (-5, 5, 0.1m), (-2_000_000_000, 2_000_000_000, 1), (0, 100_000, 0.1m), (-1000, 0, 0.5m),
        (0, 100, 0), (-1, 1, 0), (0, 0.3m, 0), (0, 999_999_999_999_999, 0), (-5, 300, 0), (0, 5_000_000_000, 1),
    ];

    private static readonly (string Name, string? Parent, string Children, char Prefix)[] Shape =
    [
        ("region", "region", "regions", 'r'), ("school", "region", "schools", 's'), ("year_group", "school", "year_groups", 'y'), ("class", "school", "classes", 'c'),
        ("team", "class", "teams", 'g'), ("pupil", "class", "pupils", 'p'), ("post", "region", "posts", 'q'),
    ];

    public PairSchema(Dice dice)
    {
        foreach ((string name, string? parent, string children, char prefix) in Shape) Tables.Add(new PairTable(name, parent, children, [.. Fields(dice, prefix, name)]));
    }

    public List<PairTable> Tables { get; } = [];

    public PairTable Table(string name) => Tables.First(t => t.Name == name);

    /// <summary>What a pack declares.</summary>
    public string Json => "{ " + string.Join(",\n", Tables.Select(Declared)) + " }";

    /// <summary>The tables from one up to the region.</summary>
    public IReadOnlyList<PairTable> Up(string table)
    {
        List<PairTable> up = [Table(table)];
        while (up[^1].Parent is { } parent && parent != up[^1].Name) up.Add(Table(parent));
        return up;
    }

    /// <summary>The tables of which a row of a table has lists.</summary>
    public PairTable[] Below(string table) =>
        [.. Tables.Where(t => (t.Name == table && t.Parent == table) || (t.Name != table && Up(t.Name).Any(a => a.Name == table)) || (table == "year_group" && t.Name == "class"))];

    public static string Text(decimal number) => number.ToString("0.################", CultureInfo.InvariantCulture);

    private static string Declared(PairTable table)
    {
        string fields = string.Join(", ", table.Fields.Where(f => f.Json.Length > 0).Select(f => $"\"{f.Name}\": {Changeable(f)}"));
        string own = table.Name switch
        {
            "team" or "post" => $"\"parent\": \"{table.Parent}\", \"children\": \"{table.Children}\", \"title\": \"表\", ",
            "pupil" => $"\"parent\": \"{table.Parent}\", \"children\": \"{table.Children}\", \"title\": \"表\", \"personal\": true, ",
            _ => string.Empty,
        };
        return $"\"{table.Name}\": {{ {own}\"fields\": {{ {fields} }} }}";
    }

    // What a change costs follows from the name, so that no other choice is another one for it.
    private static string Changeable(PairField field)
    {
        if (field.IsDerived || field.Type == "text") return field.Json;
        string within = field.Name == "cn2" && field.Json.Contains("\"step\"", StringComparison.Ordinal) ? ", \"movesWithin\": \"grade\"" : string.Empty;
        int cost = 1 + (field.Name.Sum(c => c) % 3);
        return $"{field.Json[..field.Json.LastIndexOf('}')]}, \"change\": {{ \"cost\": {cost}{within} }} }}";
    }

    private static IEnumerable<PairField> Fields(Dice dice, char prefix, string table)
    {
        bool isMain = table is "class" or "school";
        string keys = "{ " + string.Join(", ", PairField.Keys.Select(k => $"\"{k}\": \"{k}\"")) + " }";
        string[] written = [.. PairField.Keys.Select(k => $"\"{k}\"")];
        for (int i = 1; i <= (isMain ? 5 : 2); i++) yield return Number(dice, $"{prefix}n{i}");
        for (int i = 1; i <= 2; i++) yield return new PairField($"{prefix}b{i}", "bool", "{ \"type\": \"bool\" }", ["true", "false"]);
        for (int i = 1; i <= (isMain ? 2 : 1); i++) yield return new PairField($"{prefix}e{i}", "enum", $"{{ \"type\": \"enum\", \"values\": {keys} }}", [.. written, "\"?\""]) { Outside = 1 };
        yield return new PairField($"{prefix}s1", "set", $"{{ \"type\": \"set\", \"values\": {keys} }}", ["[]", "[\"x\"]", "[\"x\", \"y\"]", "[\"y\"]", "[\"x\", \"y\", \"z\", \"w\"]"]);
        for (int i = 1; i <= 2; i++) yield return new PairField($"{prefix}d{i}", "date", "{ \"type\": \"date\" }", ["\"2026-08-30\"", "\"2026-08-31\"", "\"2026-09-01\"", "\"2026-09-02\"", "\"2025-09-06\"", "\"1900-01-01\""]);
        yield return new PairField($"{prefix}t1", "time", "{ \"type\": \"time\", \"range\": [\"17:00\", \"30:00\"] }", ["\"17:00\"", "\"21:20\"", "\"23:59\"", "\"00:00\"", "\"00:30\"", "\"05:59\"", "\"08:00\""]) { Outside = 1 };
        yield return new PairField($"{prefix}u1", "clock", "{ \"type\": \"time\", \"range\": [\"06:00\", \"20:00\"] }", ["\"06:00\"", "\"08:20\"", "\"12:00\"", "\"20:00\"", "\"23:00\""]) { Outside = 1 };
        if (isMain) yield return new PairField($"{prefix}u2", "clock", "{ \"type\": \"time\", \"range\": [\"06:00\", \"20:00\"] }", ["\"06:00\"", "\"08:20\"", "\"12:00\"", "\"20:00\"", "\"05:00\""]) { Outside = 1 };
        for (int i = 1; i <= 2; i++) yield return new PairField($"{prefix}x{i}", "text", "{ \"type\": \"text\" }", ["\"a\"", "\"ab\"", "\"实验一班\"", "\"b\"", "\"\""]);
        foreach (PairField derived in Derived(dice, prefix, table)) yield return derived;
        if (table is "class" or "year_group") yield return new PairField("grade", "grade", string.Empty, ["0", "1", "3", "6", "7", "9", "12"]);
        if (table is "class" or "year_group") yield return new PairField("stage", "stage", string.Empty, ["\"primary\"", "\"junior\"", "\"senior\""]);
    }

    private static IEnumerable<PairField> Derived(Dice dice, char prefix, string table)
    {
        string list = table switch { "school" => "classes", "class" => "pupils", "region" => "posts", _ => string.Empty };
        char item = table switch { "school" => 'c', "class" => 'p', _ => 'q' };
        string number = dice.Between(0, list.Length > 0 ? 6 : 3) switch
        {
            0 => $"{prefix}n1 + {prefix}n2",
            1 => $"{prefix}n1 - {prefix}n2 / 2",
            2 => $"{prefix}b1 ? {prefix}n1 : {prefix}n2",
            3 => $"{prefix}n1 / {prefix}n2",
            4 => $"size({list})",
            5 => $"{list}.map(c, c.{item}n1).sum()",
            _ => $"{list}.count(c, c.{item}b1)",
        };
        string condition = dice.Between(0, list.Length > 0 ? 3 : 2) switch
        {
            0 => $"{prefix}v1 > 2.5",
            1 => $"{prefix}b1 && !{prefix}b2",
            2 => $"{prefix}d1 <= as_of || {prefix}b1",
            _ => $"{list}.exists(c, c.{item}b1)",
        };
        yield return new PairField($"{prefix}v1", "number", Worked("number", number), ["0", "1", "2", "3", "100", "0.3"]) { IsDerived = true };
        yield return new PairField($"{prefix}v2", "bool", Worked("bool", condition), ["true", "false"]) { IsDerived = true };
    }

    private static string Worked(string type, string formula) => $"{{ \"type\": \"{type}\", \"derive\": \"{formula}\" }}";

    private static PairField Number(Dice dice, string name)
    {
        (decimal low, decimal high, decimal step) = dice.Of(Shapes);
        decimal unit = step == 0 ? dice.Of(0.1m, 0.01m, 0.3m, 0.000001m) : step;
        decimal middle = low + (Math.Truncate((high - low) / 2 / unit) * unit);
        decimal small = low < 0 && high > 0 ? 0 : low;
        List<decimal> pool = [low, high, low + unit, high - unit, middle, middle + unit, small, small + (2 * unit), small + (3 * unit), small + (7 * unit)];
        if (step == 0) pool.AddRange([low + ((high - low) / 3), 0.1m, 0.2m, 0.3m, 1, 2]);
        pool = [.. pool.Select(p => decimal.Parse(((double)p).ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)).Where(p => p >= low && p <= high).Distinct()];
        string declared = step == 0 ? string.Empty : $", \"step\": {Text(step)}";
        return new PairField(name, "number", $"{{ \"type\": \"number\", \"unit\": \"1\", \"range\": [{Text(low)}, {Text(high)}]{declared} }}", [.. pool.Select(Text), Text(high + unit), Text(low - unit), "\"no\""]) { Outside = 3 };
    }
}
