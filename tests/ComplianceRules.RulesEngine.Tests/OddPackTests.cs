using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.RulesEngine.Tests;

/// <summary>Names, texts and rules that another language could misread.</summary>
public sealed class OddPackTests
{
    private static readonly string[] Conditions = ["name == \\\"T\\\"", "name.startsWith(\\\"T\\\")", "name.endsWith(\\\"T\\\")", "name.contains(\\\"T\\\")", "name in [\\\"x\\\", \\\"T\\\"]"];

    [Theory]
    [InlineData("it")]
    [InlineData("parent")]
    [InlineData("root")]
    [InlineData("new")]
    [InlineData("iif")]
    [InlineData("np")]
    [InlineData("is")]
    [InlineData("isnull")]
    [InlineData("cast")]
    [InlineData("decimal")]
    [InlineData("string")]
    [InlineData("math")]
    [InlineData("item")]
    [InlineData("count")]
    [InlineData("value")]
    [InlineData("days")]
    [InlineData("any")]
    [InlineData("equals")]
    [InlineData("gethashcode")]
    [InlineData("r")]
    [InlineData("r0x")]
    [InlineData("input2")]
    public async Task A_field_of_any_name_is_read_as_the_field(string name)
    {
        string facts = $$"""{ "class": { "fields": { "{{name}}": { "type": "number", "unit": "1", "range": [0, 9], "step": 1 }, "day": { "type": "date" } } } }""";
        string rules = $"{PackText.Rule("own", $$""" "require": "{{name}} <= 5 && day <= date('2026-09-01')" """)}, {PackText.Rule("list", $$""" "require": "classes.exists(c, c.{{name}} > 5 && c.day <= date('2026-09-01')) && classes.map(c, c.{{name}}).sum() < 9" """, subject: "school")}";
        HostedAssessment told = await Compare(facts, rules, $$"""{ "id": "1", "{{name}}": 6, "day": "2026-09-01" }, { "id": "2", "{{name}}": 2, "day": "2026-08-01" }, { "id": "3" }""");
        Assert.Empty(told.LeftOut);
    }

    [Theory]
    [InlineData("mod")]
    [InlineData("eq")]
    [InlineData("datetime")]
    [InlineData("m")]
    [InlineData("and")]
    [InlineData("r1")]
    [InlineData("input1")]
    public async Task A_field_of_a_name_that_is_a_sign_there_is_left_out(string name)
    {
        string facts = $$"""{ "class": { "fields": { "{{name}}": { "type": "bool" } } } }""";
        Assert.Equal(["CR5056"], (await Compare(facts, PackText.Rule("r", $$""" "require": "{{name}}" """), """{ "id": "1" }""")).LeftOut.Select(d => d.Code.ToString()));
    }

    [Theory]
    [InlineData("a\\\"b")]
    [InlineData("c:\\\\u0041\\\\n")]
    [InlineData("{0} $(input1.name) %s")]
    [InlineData("'; input1.GetType() //")]
    [InlineData("𠮷野家\u00e9")]
    [InlineData("")]
    public async Task A_text_of_any_signs_is_compared_as_it_is(string text)
    {
        const string Facts = """{ "class": { "fields": { "name": { "type": "text" } } } }""";
        string written = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\\\\\"", "\\\\\\\"", StringComparison.Ordinal);
        string rules = string.Join(", ", Conditions.Select((rule, i) => PackText.Rule($"r{i}", $"\"require\": \"{rule.Replace("T", written, StringComparison.Ordinal)}\"")));
        HostedAssessment told = await Compare(Facts, rules, $$"""{ "id": "1", "name": "{{text}}" }, { "id": "2", "name": "x{{text}}y" }, { "id": "3", "name": "x" }, { "id": "4" }""");
        Assert.Empty(told.LeftOut);
    }

    [Fact]
    public async Task Long_lists_deep_brackets_and_choices_of_many_parts_are_judged_alike()
    {
        const string Facts = """{ "class": { "fields": { "n": { "type": "number", "unit": "1", "range": [0, 999], "step": 1 }, "m1": { "type": "number", "unit": "1", "range": [-99, 99], "step": 0.01 } } } }""";
        string[] conditions =
        [
            $"n in [{string.Join(", ", Enumerable.Range(0, 200))}]",
            $"{new string('(', 28)}n > 5{new string(')', 28)}",
            $"{new string('!', 24)}(n > 5)",
            string.Join(" || ", Enumerable.Range(0, 60).Select(i => $"n == {i}")),
            "n / m1 > 2.5 && n / m1 < 1000 / 3.0",
            "(n > 3 ? n : m1) * (n < 200 ? 2 : 3) - n % 7 != 12 / (m1 + 1)",
        ];
        string rules = string.Join(", ", conditions.Select((c, i) => PackText.Rule($"r{i}", $"\"require\": \"{c}\"")));
        HostedAssessment told = await Compare(Facts, rules, """{ "id": "1", "n": 5, "m1": 2 }, { "id": "2", "n": 199, "m1": -1 }, { "id": "3", "n": 200, "m1": 0 }, { "id": "4", "n": 6 }, { "id": "5", "m1": 0.01 }, { "id": "6", "n": 7, "m1": -2.8 }""");
        Assert.Empty(told.LeftOut);
    }

    private static async Task<HostedAssessment> Compare(string facts, string rules, string rows)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: facts, rules: $"[{rules}]"));
        Catalogue catalogue = BothEngines.CatalogueIn(folder.Path);
        byte[] json = Encoding.UTF8.GetBytes(Judged.School(rows));
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "s.json").Read(catalogue.Schema, new SnapshotOptions(), default).Value;
        (HostedAssessment hosted, _) = await BothEngines.Compare(catalogue, snapshot, Judged.Day);
        return hosted;
    }
}
