using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>The tables that made-up rules speak of, rules read from text, and rows at random.</summary>
internal static class MadeWorld
{
    private static readonly string[] Marks = ["x", "y", "z"];

    /// <summary>Small ranges, so that rows at random lie near every boundary.</summary>
    public const string Facts = """
        { "class": { "fields": {
            "size": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 },
            "rate": { "type": "number", "unit": "1", "range": [0, 6] },
            "bright": { "type": "bool" },
            "kind": { "type": "enum", "values": { "a": "甲", "b": "乙", "c": "丙" } },
            "marks": { "type": "set", "values": { "x": "一", "y": "二", "z": "三" } },
            "opened": { "type": "date" },
            "starts": { "type": "time", "range": ["17:00", "30:00"] } } },
          "school": { "fields": { "boarding": { "type": "bool" }, "staff": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 } } },
          "group": { "parent": "class", "children": "groups", "fields": { "n": { "type": "number", "unit": "1", "range": [0, 6], "step": 1 }, "ok": { "type": "bool" } } } }
        """;

    private const string Parameters = """
        { "p": { "unit": "1", "strictness": "none", "values": [ { "from": "2019-01-01", "value": 3, "source": { "instrument": "law", "clause": "1" } } ] },
          "q": { "unit": "1", "strictness": "none", "by": "kind", "values": [ { "from": "2019-01-01", "value": { "a": 2, "b": 4 }, "source": { "instrument": "law", "clause": "1" } } ] },
          "m": { "type": "set", "strictness": "none", "values": [ { "from": "2019-01-01", "value": ["x"], "source": { "instrument": "law", "clause": "1" } } ] } }
        """;

    /// <summary>The catalogue of rules.</summary>
    /// <param name="rules">The rules as packs write them.</param>
    public static Catalogue Catalogue(params string[] rules)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: Facts, parameters: Parameters, rules: $"[{string.Join(", ", rules)}]"));
        Checked<Catalogue> read = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value);
        return read.IsValid ? read.Value : throw new InvalidOperationException(string.Join("; ", read.Diagnostics));
    }

    /// <summary>A rule of class.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="when">When it applies.</param>
    /// <param name="require">What it requires.</param>
    public static string Rule(string id, string when, string require) =>
        PackText.Rule(id, $"\"require\": {Quoted(require)}", $", \"when\": {Quoted(when)}");

    /// <summary>Values for the parameters.</summary>
    /// <param name="dice">Chooses.</param>
    public static ParameterTable Values(Dice dice)
    {
        List<KeyValuePair<(string Name, string? Key), Value>> values =
        [
            new(("p", null), Number(dice.Between(1, 4))), new(("q", "a"), Number(dice.Between(1, 4))),
            new(("m", null), SetValue.Of(dice.Of<string[]>(["x"], ["x", "y"], []))),
        ];
        if (!dice.OneIn(4)) values.Add(new(("q", "b"), Number(dice.Between(1, 4))));
        return new ParameterTable(values);
    }

    /// <summary>Rows of class, many of them with missing facts.</summary>
    /// <param name="schema">The tables.</param>
    /// <param name="seed">Chooses.</param>
    /// <param name="count">How many.</param>
    public static Snapshot Rows(FactSchema schema, int seed, int count)
    {
        Dice dice = new(seed);
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        int school = -1;
        for (int i = 0; i < count; i++)
        {
            if (i % 3 == 0) school = School(builder.Table("school"), dice, i);
            int row = builder.Table("class").Add($"{i}", school);
            Fill(builder.Table("class"), row, dice);
            if (!dice.OneIn(3)) Groups(builder, row, dice);
        }

        return builder.Build().Value;
    }

    private static NumberValue Number(int number) => new(Rational.Of(number));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static int School(TableBuilder schools, Dice dice, int number)
    {
        int row = schools.Add($"s{number}", -1);
        if (!dice.OneIn(6)) schools.SetBool(row, schools.Schema.Field("boarding")!, dice.OneIn(2));
        if (!dice.OneIn(6)) schools.SetNumber(row, schools.Schema.Field("staff")!, dice.Between(0, 6));
        if (!dice.OneIn(3)) schools.SetText(row, schools.Schema.Field("name")!, $"{dice.Between(0, 3)}");
        return row;
    }

    private static void Fill(TableBuilder classes, int row, Dice dice)
    {
        FieldSchema Field(string name) => classes.Schema.Field(name)!;
        if (!dice.OneIn(6)) classes.SetNumber(row, Field("size"), dice.Between(0, 6));
        if (!dice.OneIn(6)) classes.SetNumber(row, Field("rate"), dice.Between(0, 12) / 2.0);
        if (!dice.OneIn(6)) classes.SetBool(row, Field("bright"), dice.OneIn(2));
        if (!dice.OneIn(6)) classes.SetText(row, Field("kind"), dice.Of("a", "b", "c"));
        if (!dice.OneIn(6)) classes.SetText(row, Field("name"), $"{dice.Between(0, 5)}");
        if (!dice.OneIn(6)) classes.SetSet(row, Field("marks"), [.. Marks.Where(_ => dice.OneIn(2))]);
        if (!dice.OneIn(6)) classes.SetDate(row, Field("opened"), dice.OneIn(40) ? DateOnly.MaxValue : new DateOnly(2020, 1, dice.Between(1, 8)));
        if (!dice.OneIn(6)) classes.SetTime(row, Field("starts"), dice.Of(23 * 60, 24 * 60) + dice.Between(0, 6));
    }

    private static void Groups(SnapshotBuilder builder, int parent, Dice dice)
    {
        TableBuilder groups = builder.Table("group");
        builder.Table("class").ReportList(parent, "groups");
        for (int i = dice.Between(0, 3); i > 0; i--)
        {
            int row = groups.Add($"{i}", parent);
            if (!dice.OneIn(6)) groups.SetNumber(row, groups.Schema.Field("n")!, dice.Between(0, 6));
            if (!dice.OneIn(6)) groups.SetBool(row, groups.Schema.Field("ok")!, dice.OneIn(2));
        }
    }
}
