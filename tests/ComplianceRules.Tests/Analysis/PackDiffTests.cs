using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Analysis;

public sealed class PackDiffTests
{
    private const string Values = """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 60, "source": { "instrument": "law", "clause": "1" } } ] } }""";

    private const string Limit = "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }";

    private static readonly string Nation = Pack(parameters: Values, rules: $"[{Rule("size", Limit)}]");

    [Fact]
    public void A_value_that_changes_is_told_with_its_day_its_pack_and_its_law()
    {
        string now = Nation.Replace("} ] } }", "}, { \"from\": \"2026-09-01\", \"value\": 45, \"source\": { \"instrument\": \"law\", \"clause\": \"2\" } } ] } }", StringComparison.Ordinal);
        PackChange change = Assert.Single(Between(Nation, now));
        Assert.Equal((PackChangeKind.Value, "most", "60", "45", new DateOnly(2026, 9, 1), null), (change.Kind, change.Topic, change.Before, change.After, change.From, change.Until));
        Assert.Equal("`most` 60 -> 45 pupils, set by a, 法, clause 2, from 2026-09-01", change.Text.English);
        Assert.Equal("`most` 由 60 改为 45名学生（规则包 a，《法》 条款 2），2026-09-01 起", change.Text.Chinese);
    }

    [Fact]
    public void Days_before_and_after_a_change_are_not_told()
    {
        string now = Nation.Replace("} ] } }", "}, { \"from\": \"2026-09-01\", \"value\": 45, \"source\": { \"instrument\": \"law\", \"clause\": \"1\" } }, { \"from\": \"2027-01-01\", \"value\": 60, \"source\": { \"instrument\": \"law\", \"clause\": \"1\" } } ] } }", StringComparison.Ordinal);
        PackChange change = Assert.Single(Between(Nation, now));
        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 12, 31)), (change.From, change.Until));
        Assert.Empty(Between([Nation], [now], asOf: new DateOnly(2026, 8, 31)));
        Assert.Single(Between([Nation], [now], asOf: new DateOnly(2026, 12, 31)));
        Assert.Empty(Between([Nation], [now], asOf: new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void A_value_that_the_parent_overtakes_is_a_change_only_until_then()
    {
        string nation = Nation.Replace("\"value\": 60,", "\"value\": 60 }, { \"from\": \"2022-01-01\", \"value\": 40,", StringComparison.Ordinal);
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2021-01-01", "value": 55 } ] } }""", more: ", \"extends\": \"a\"");
        string now = county.Replace("55", "50", StringComparison.Ordinal);
        PackChange change = Assert.Single(Between([nation, county], [nation, now]));
        Assert.Equal(("55", "50", new DateOnly(2021, 1, 1), new DateOnly(2021, 12, 31)), (change.Before, change.After, change.From, change.Until));
        Assert.Empty(Between([nation, county], [nation, now], asOf: Judged.Day));
    }

    [Fact]
    public void A_region_has_the_values_of_its_stack()
    {
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2021-01-01", "value": 45 } ] } }""", more: ", \"extends\": \"a\"");
        string now = county.Replace("45", "40", StringComparison.Ordinal);
        Assert.Equal("z", Assert.Single(Between([Nation, county], [Nation, now], region: "370322")).Pack);
        Assert.Empty(Between([Nation, county], [Nation, now], region: "440100"));
    }

    [Fact]
    public void Where_a_pack_goes_the_values_further_out_come_back()
    {
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2021-01-01", "value": 45 } ] } }""", more: ", \"extends\": \"a\"");
        PackChange[] changes = [.. Between([Nation, county], [Nation])];
        Assert.Equal([PackChangeKind.Pack, PackChangeKind.Value], changes.Select(c => c.Kind));
        Assert.Equal(("45", "60"), (changes[1].Before, changes[1].After));
    }

    [Fact]
    public void Rules_come_go_and_take_the_place_of_others()
    {
        string county = Pack("z", "370322", rules: $"[{Rule("small", "\"limit\": { \"of\": \"enrolment\", \"max\": 20 }", ", \"overrides\": \"size\"")}]", more: ", \"extends\": \"a\"");
        string other = Pack("z", "370322", rules: $"[{Rule("bright")}]", more: ", \"extends\": \"a\"");
        PackChange[] changes = [.. Between([Nation, other], [Nation, county])];
        Assert.Equal([(PackChangeKind.RuleAdded, "z/small"), (PackChangeKind.RuleRemoved, "z/bright")], changes.Select(c => (c.Kind, c.Topic)));
        Assert.Contains("in the place of `a/size`", changes[0].Text.English, StringComparison.Ordinal);
        Assert.Equal(PackChangeKind.RuleReplaces, Assert.Single(Between([Nation, county], [Nation, county.Replace(", \"overrides\": \"size\"", "", StringComparison.Ordinal)])).Kind);
    }

    [Theory]
    [InlineData(", \"appliesTo\": { \"grades\": [4, 6] }", ", \"appliesTo\": { \"grades\": [3, 6] }", "now also applies where grade (`class.grade`) is 3")]
    [InlineData("", ", \"when\": \"!school.boarding\"", "no longer applies where `school.boarding` is true")]
    [InlineData(", \"when\": \"school.boarding\"", "", "now also applies where `school.boarding` is false")]
    [InlineData(", \"when\": \"bright || grade > 3\"", ", \"when\": \"bright\"", "it applies where `bright` instead of where `bright || grade > 3`")]
    [InlineData(", \"when\": \"enrolment > 3\"", ", \"when\": \"enrolment > 4\"", "it applies where `enrolment > 4` instead of where `enrolment > 3`")]
    [InlineData(", \"when\": \"enrolment > 3 && bright\"", ", \"when\": \"enrolment > 3\"", "now also applies where `class.bright` is false")]
    [InlineData("", ", \"when\": \"grade > 3 || grade <= 3\"", "it applies where `grade > 3 || grade <= 3` instead of where `true`")]
    public void What_a_rule_concerns_is_told_by_field_where_it_can_be(string before, string after, string expected)
    {
        string facts = PackText.Facts.Replace("} } } }", "} } }, \"school\": { \"fields\": { \"boarding\": { \"type\": \"bool\" } } } }", StringComparison.Ordinal);
        PackChange change = Assert.Single(Between(Pack(facts: facts, rules: $"[{Rule(more: before, kind: "\"require\": \"minutes > 1\"")}]"), Pack(facts: facts, rules: $"[{Rule(more: after, kind: "\"require\": \"minutes > 1\"")}]")));
        Assert.Equal((PackChangeKind.Applies, $"`a/r` (规则): {expected}"), (change.Kind, change.Text.English));
    }

    [Theory]
    [InlineData("grade >= 4", "grade > 3")]
    [InlineData("!(grade < 3 || bright)", "grade >= 3 && !bright")]
    [InlineData("stage == \"primary\"", "stage in [\"primary\"]")]
    [InlineData("enrolment<3&&(bright)", "enrolment < 3 && bright")]
    public void Conditions_that_are_the_same_for_every_value_are_no_change(string before, string after) => Assert.Empty(Between(
        Pack(rules: $"[{Rule(more: $", \"when\": {System.Text.Json.JsonSerializer.Serialize(before)}")}]"), Pack(rules: $"[{Rule(more: $", \"when\": {System.Text.Json.JsonSerializer.Serialize(after)}")}]")));

    [Theory]
    [InlineData("\"max\": \"$most\"", "\"max\": 45", PackChangeKind.Condition, "limit (max) param(\"most\") -> 45 pupil")]
    [InlineData("\"max\": \"$most\"", "\"below\": \"$most\"", PackChangeKind.Condition, "it demands `enrolment < param(\"most\")` instead of `enrolment <= param(\"most\")`")]
    [InlineData("\"binding\": \"mandatory\"", "\"binding\": \"encouraged\"", PackChangeKind.Binding, "its binding is encouraged instead of mandatory")]
    [InlineData("\"effective\": { \"from\": \"2020-01-01\" }", "\"effective\": { \"from\": \"2020-01-01\", \"until\": \"2026-12-31\" }", PackChangeKind.Days, "is in force from 2020-01-01 until 2026-12-31 instead of from 2020-01-01")]
    [InlineData("\"source\": { \"instrument\": \"law\", \"clause\": \"1\" }, \"eff", "\"source\": { \"instrument\": \"law\", \"clause\": \"7\" }, \"eff", PackChangeKind.Source, "stands on 法, clause 7 instead of 法, clause 1")]
    [InlineData("\"range\": [0, 300]", "\"range\": [0, 400]", PackChangeKind.Facts, "the fact `class.enrolment` is number, pupil, 0..400, step 1 instead of number, pupil, 0..300, step 1")]
    [InlineData("\"starts\": {", "\"ends\": { \"type\": \"bool\" }, \"starts\": {", PackChangeKind.Facts, "the fact `class.ends` was added (bool)")]
    [InlineData("\"strictness\": \"lower\"", "\"strictness\": \"none\"", PackChangeKind.Parameter, "the parameter `most` is number, pupil, none instead of number, pupil, lower")]
    [InlineData("\"title\": \"规则\"", "\"title\": \"新规则\"", PackChangeKind.Texts, "the texts of `a/size`")]
    [InlineData("\"region\": \"CN\"", "\"region\": \"CN\", \"within\": [\"370322\"]", PackChangeKind.Pack, "the pack `a` judges CN, within 370322 instead of CN")]
    public void Every_other_change_of_meaning_is_told(string before, string after, PackChangeKind kind, string expected)
    {
        PackChange change = Assert.Single(Between(Nation, Nation.Replace(before, after, StringComparison.Ordinal)));
        Assert.Equal(kind, change.Kind);
        Assert.EndsWith(expected, change.Text.English, StringComparison.Ordinal);
        Assert.NotEmpty(change.Text.In(TextLanguage.Chinese));
    }

    [Theory]
    [InlineData("\"version\": \"1.0.0\"", "\"version\": \"2.0.0\", \"note\": \"new\"")]
    [InlineData("\"area\": \"x\", \"subject\": \"class\"", "\"subject\":   \"class\",\n\"area\": \"x\"")]
    [InlineData("\"value\": 60", "\"value\": 60.0")]
    [InlineData("\"max\": \"$most\"", "\"max\": \"param('most')\"")]
    [InlineData("{ \"law\": {", "{ \"other\": { \"kind\": \"law\", \"title\": \"他\", \"certainty\": \"read\" }, \"law\": {")]
    public void What_means_the_same_is_no_change(string before, string after)
    {
        string now = Nation.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Nation, now);
        Assert.Empty(Between(Nation, now));
    }

    [Fact]
    public void No_packs_differ_from_themselves() => Dice.Check(40, dice =>
    {
        PairPacks packs = PairPacks.Make(dice, 8);
        Assert.Empty(PackDiff.Between(packs.Catalogue, packs.Catalogue).Changes);
        Assert.Empty(PackDiff.Between(packs.Catalogue, packs.Catalogue, RegionCode.Parse("370322"), Judged.Day).Changes);
    });

    private static ImmutableArray<PackChange> Between(string before, string after) => Between([before], [after]);

    private static ImmutableArray<PackChange> Between(string[] before, string[] after, string? region = null, DateOnly? asOf = null) =>
        PackDiff.Between(Read(before), Read(after), region is null ? null : RegionCode.Parse(region), asOf).Changes;

    private static Catalogue Read(string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        return Judged.Catalogue(folder.Path).Value;
    }
}
