using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>A nation's pack with rules of all kinds, and a county's that gives values and replaces rules by others much like them.</summary>
/// <param name="Rules">The nation's rules.</param>
/// <param name="Own">The county's.</param>
/// <param name="Values">The county's values, by parameter.</param>
internal sealed record MadePacks(ImmutableArray<MadePackRule> Rules, ImmutableArray<MadePackRule> Own, ImmutableSortedDictionary<string, string> Values)
{
    private static readonly string[] Marks = ["x", "y", "z"];

    private const string Facts = """
        { "class": { "fields": {
            "size": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 }, "rate": { "type": "number", "unit": "1", "range": [0, 6] },
            "load": { "type": "number", "derive": "size + rate" }, "odd": { "type": "number", "derive": "size % 3 * rate" }, "early": { "type": "bool", "derive": "opened < date(\"2020-01-05\") && bright" },
            "bright": { "type": "bool" }, "kind": { "type": "enum", "values": { "a": "甲", "b": "乙", "c": "丙" } },
            "marks": { "type": "set", "values": { "x": "一", "y": "二", "z": "三" } },
            "opened": { "type": "date" }, "counted_on": { "type": "date" }, "starts": { "type": "time", "range": ["17:00", "30:00"] } } },
          "school": { "fields": { "boarding": { "type": "bool" }, "staff": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 } } },
          "group": { "parent": "class", "children": "groups", "fields": { "n": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 }, "ok": { "type": "bool" }, "held_on": { "type": "date" } } } }
        """;

    private const string Instruments = """{ "law": { "kind": "law", "title": "法", "issued": "2020-01-01", "effective": "2020-01-01", "certainty": "read" }, "rumour": { "title": "传闻", "certainty": "unverified" } }""";

    private const string Parameters = """
        { "p": { "unit": "1", "strictness": "none", "values": [ { "from": "2019-01-01", "value": 3 }, { "from": "2024-06-01", "value": 2 } ] },
          "low": { "unit": "1", "strictness": "lower", "values": [ { "from": "2019-01-01", "value": 3 } ] },
          "q": { "unit": "1", "strictness": "none", "by": "kind", "values": [ { "from": "2019-01-01", "value": { "a": 2, "b": 4 } } ] },
          "year": { "unit": "1", "strictness": "none", "values": [ { "from": "2019-01-01", "season": "11-15..03-15", "value": 4 }, { "from": "2019-01-01", "season": "03-16..11-14", "value": 2 } ] } }
        """;

    /// <summary>Chooses packs.</summary>
    /// <param name="dice">Chooses.</param>
    public static MadePacks Of(Dice dice)
    {
        ImmutableArray<MadePackRule> rules = [Rule("c", "class", OfClass(dice), dice), Rule("d", "class", OfClass(dice), dice), Rule("s", "school", OfSchool(dice), dice), Rule("t", "school", OfSchool(dice), dice)];
        rules = rules.Add(Rule("all", "school", ("\"composite\": { \"of\": [ { \"id\": \"one\", \"rules\": [\"c\", \"s\"] }" + dice.Of(" ]", ", { \"id\": \"two\", \"rules\": [\"d\"] } ]", " ], \"veto\": [\"t\"]") + " }", []), dice));
        ImmutableArray<MadePackRule> own = [.. rules.Where(_ => !dice.OneIn(3)).Select(r => r.Replaced(dice))];
        if (dice.OneIn(3)) own = own.Add(Rule("new", "class", OfClass(dice), dice));
        return new MadePacks(rules, own, Given(dice));
    }

    /// <summary>A condition on a row.</summary>
    /// <param name="dice">Chooses.</param>
    /// <param name="subject">Its table.</param>
    public static string Condition(Dice dice, string subject) => subject == "school" ? dice.Of("boarding", "!boarding", "staff > 1", "has(staff)") : $"{MadeClause.Of(dice, dice.Between(0, 1), MadeClause.Boxes.Where(IsPlain).ToArray())}";

    /// <summary>The nation's pack.</summary>
    public string Nation => Written("a", "CN", Parameters, Rules, ", \"facts\": " + Facts);

    /// <summary>The county's pack.</summary>
    public string County => Written("b", "370322", $"{{ {string.Join(", ", Values.Select(v => $"\"{v.Key}\": {{ \"values\": [ {v.Value} ] }}"))} }}", Own, ", \"extends\": \"a\"");

    /// <summary>Rows of the county, many of them with missing facts.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="seed">Chooses.</param>
    /// <param name="count">How many classes.</param>
    public static Snapshot Rows(FactSchema schema, int seed, int count)
    {
        Dice dice = new(seed);
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        int county = builder.Region(RegionCode.Parse("370322"));
        int school = -1;
        for (int i = 0, left = 0; i < count; i++)
        {
            if (left-- == 0)
            {
                school = builder.Table("school").Add($"s{i}", county);
                left = dice.Between(0, 4);
                Fill(builder.Table("school"), school, dice);
                if (!dice.OneIn(8)) builder.Table("school").ReportList(school, "classes");
            }

            int row = builder.Table("class").Add($"{i}", school);
            Fill(builder.Table("class"), row, dice);
            if (dice.OneIn(3)) continue;
            builder.Table("class").ReportList(row, "groups");
            for (int g = dice.Between(0, 3); g > 0; g--) Fill(builder.Table("group"), builder.Table("group").Add($"{g}", row), dice);
        }

        return builder.Build().Value;
    }

    public override string ToString() => $"{string.Join('\n', Rules)}\n--\n{string.Join('\n', Own)}\n{string.Join(", ", Values)}";

    private static void Fill(TableBuilder rows, int row, Dice dice)
    {
        foreach (FieldSchema field in rows.Schema.Fields.Values.OrderBy(f => f.Name, StringComparer.Ordinal).Where(f => f.Name is "size" or "rate" or "bright" or "kind" or "marks" or "opened" or "counted_on" or "starts" or "boarding" or "staff" or "n" or "ok" or "held_on"))
        {
            if (dice.OneIn(8)) continue;
            if (field.Type == FieldType.Number) rows.SetNumber(row, field, field.Step is null ? dice.Between(0, 12) / 2.0 : dice.Between(0, 6));
            else if (field.Type == FieldType.Bool) rows.SetBool(row, field, dice.OneIn(2));
            else if (field.Type == FieldType.Enum) rows.SetText(row, field, dice.Of("a", "b", "c"));
            else if (field.Type == FieldType.Set) rows.SetSet(row, field, [.. Marks.Where(_ => dice.OneIn(2))]);
            else if (field.Type == FieldType.Time) rows.SetTime(row, field, dice.Of(23 * 60, 24 * 60) + dice.Between(0, 6));
            else rows.SetDate(row, field, field.Name == "opened" ? new DateOnly(2020, 1, dice.Between(1, 8)) : new DateOnly(2024, dice.Between(1, 12), dice.Between(1, 28)));
        }
    }

    private static MadePackRule Rule(string id, string subject, (string Body, int[] Numbers) kind, Dice dice)
    {
        bool readsYear = kind.Body.Contains("$year", StringComparison.Ordinal);
        return new MadePackRule(id, subject, kind.Body, kind.Numbers)
        {
            Binding = dice.Of("mandatory", "mandatory", "principle"), When = dice.OneIn(2) ? Condition(dice, subject) : null, SeasonOf = readsYear && dice.OneIn(2) ? dice.Of("opened", "counted_on") : null,
            Days = dice.OneIn(4) ? ", \"warningUntil\": \"2024-08-31\"" : string.Empty, Source = dice.OneIn(6) ? "rumour" : "law",
        };
    }

    private static (string Body, int[] Numbers) OfClass(Dice dice) => dice.Between(0, 12) switch
    {
        0 => ($"\"limit\": {{ \"of\": \"{dice.Of("size", "rate", "load", "odd")}\", \"{dice.Of("min", "max", "above", "below")}\": {{0}} }}", [dice.Between(1, 5)]),
        1 => ($"\"limit\": {{ \"of\": \"{dice.Of("size", "rate", "load")}\", \"{dice.Of("min", "max")}\": \"{dice.Of("$p", "$q", "$year")}\" }}", []),
        2 => ("\"limit\": { \"of\": \"size\", \"max\": \"$low\" }", []),
        3 => ($"\"limit\": {{ \"of\": \"{dice.Of("size", "load")}\", \"equals\": {{0}}, \"tolerance\": {{1}} }}", [dice.Between(1, 5), dice.Between(0, 2)]),
        4 or 5 => ($"\"k-of\": {{ \"k\": 2, \"items\": [ {Item(dice, 0)}, {Item(dice, 1)}, {Item(dice, 2)} ] }}", [dice.Between(0, 5), dice.Between(0, 5), dice.Between(0, 5)]),
        6 => ("\"k-of\": { \"k\": {0}, \"floor\": 8{1}, \"items\": [ { \"id\": \"i\", \"limit\": { \"of\": \"size\", \"min\": {2} } }, { \"id\": \"j\", \"limit\": { \"of\": \"load\", \"min\": 3 } } ] }", [dice.Between(1, 2), dice.Between(0, 5), dice.Between(1, 4)]),
        7 => ("\"balance\": { \"of\": \"groups\", \"measure\": \"n\", \"statistic\": \"" + dice.Of("cv", "spread") + "\", \"max\": {0} }", [dice.Between(0, 3)]),
        8 => ($"\"frequency\": {{ \"of\": \"groups\", \"on\": \"held_on\", \"per\": \"month\", \"{dice.Of("min", "max")}\": {{0}} }}", [dice.Between(0, 2)]),
        9 => ("\"sequence\": { \"steps\": [ { \"id\": \"i\", \"from\": \"opened\", \"to\": \"counted_on\", \"lasts\": { \"min\": {0} } }, { \"id\": \"j\", \"on\": \"counted_on\", \"after\": \"i\", \"when\": \"bright\" } ] }", [dice.Between(0, 5)]),
        10 => ("\"bands\": { \"of\": \"load\", \"bands\": [ { \"id\": \"i\", \"from\": 0 }, { \"id\": \"j\", \"from\": {0} } ], \"compliantFrom\": \"j\" }", [dice.Between(1, 5)]),
        11 => ("\"share\": { \"of\": \"groups\", \"that\": \"n <= {0}\", \"min\": {1}0 }", [dice.Between(0, 5), dice.Between(1, 8)]),
        _ => ($"\"{dice.Of("require", "forbid")}\": {System.Text.Json.JsonSerializer.Serialize($"{MadeClause.Of(dice, dice.Between(0, 2), [.. MadeClause.Boxes.Where(IsPlain), "early", "load <= {0}", "odd > {0}", "groups.all(g, g.n <= {0})"])}")}", []),
    };

    private static (string Body, int[] Numbers) OfSchool(Dice dice) => dice.Between(0, 5) switch
    {
        0 => ("\"limit\": { \"of\": \"staff\", \"min\": {0} }", [dice.Between(0, 5)]),
        1 => ("\"require\": \"boarding || staff > {0}\"", [dice.Between(0, 5)]),
        2 => ($"\"share\": {{ \"of\": \"classes\", \"that\": \"{dice.Of("size", "load")} <= {{0}}\", \"{dice.Of("min", "max")}\": {{1}}0 }}", [dice.Between(0, 5), dice.Between(1, 8)]),
        3 => ("\"balance\": { \"of\": \"classes\", \"measure\": \"size\", \"statistic\": \"spread\", \"max\": {0} }", [dice.Between(0, 4)]),
        _ => ($"\"share\": {{ \"of\": \"classes\", \"rule\": \"a/{dice.Of("c", "d")}\", \"min\": {{0}}0 }}", [dice.Between(1, 9)]),
    };

    private static string Item(Dice dice, int at) => $"{{ \"id\": \"i{at}\", \"limit\": {{ \"of\": \"{dice.Of("size", "rate", "load")}\", \"{dice.Of("min", "max")}\": {{{at.ToString(CultureInfo.InvariantCulture)}}} }} }}";

    // Some atoms speak of a parameter that these packs do not have.
    private static bool IsPlain(string atom) => !atom.Contains("param(\"m\")", StringComparison.Ordinal);

    private static ImmutableSortedDictionary<string, string> Given(Dice dice)
    {
        SortedDictionary<string, string> values = new(StringComparer.Ordinal);
        if (dice.OneIn(2)) values["p"] = $"{{ \"from\": \"2023-01-01\", \"value\": {dice.Between(1, 4)} }}";
        if (dice.OneIn(2)) values["low"] = $"{{ \"from\": \"2023-01-01\", \"value\": {dice.Between(1, 3)} }}";
        if (dice.OneIn(2)) values["q"] = $"{{ \"from\": \"2023-01-01\", \"value\": {{ \"a\": {dice.Between(1, 3)}{(dice.OneIn(2) ? ", \"c\": 3" : string.Empty)} }} }}";
        if (dice.OneIn(2)) values["year"] = $"{{ \"from\": \"2023-01-01\", \"season\": \"{dice.Of("12-01..02-28", "11-15..03-15", "03-16..11-14")}\", \"value\": {dice.Between(1, 5)} }}";
        return values.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private static string Written(string id, string region, string parameters, ImmutableArray<MadePackRule> rules, string more) => $$"""
        { "id": "{{id}}", "version": "1.0.0", "region": "{{region}}", "title": "包", "instruments": {{Instruments}}, "parameters": {{parameters}}, "rules": [{{string.Join(",\n", rules)}}]{{more}} }
        """;
}
