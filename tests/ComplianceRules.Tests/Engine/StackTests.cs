using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class StackTests
{
    private const string TwoCounties = """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [
            { "id": "a", "region": "370322", "classes": [ { "id": "1", "enrolment": 43, "bright": true } ] },
            { "id": "b", "region": "370303", "classes": [ { "id": "1", "enrolment": 43, "bright": true } ] },
            { "id": "c", "region": "440100", "classes": [ { "id": "1", "enrolment": 43, "bright": true } ] },
            { "id": "d", "classes": [ { "id": "1", "enrolment": 43, "bright": true } ] } ] }
        """;

    private const string Most45 = """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 } ] } }""";

    private static readonly string Limit = Rule("most", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }");
    private static readonly string Dark = $"[{Rule("dark", "\"forbid\": \"bright\"")}]";
    private static readonly string Nation = Pack("n", parameters: Most45, rules: $"[{Limit}]");

    [Theory]
    [InlineData("CN", "class:a/1, class:b/1, class:c/1")]
    [InlineData("370000", "class:a/1, class:b/1")]
    [InlineData("370300", "class:a/1, class:b/1")]
    [InlineData("370322", "class:a/1")]
    [InlineData("440000", "class:c/1")]
    public void A_row_is_judged_by_the_packs_of_its_own_region_and_those_above(string region, string expected) =>
        Assert.Equal(expected, Subjects(Judged.Of(Pack(region: region, rules: Dark), TwoCounties)));

    [Fact]
    public void Within_narrows_a_pack_to_zones() =>
        Assert.Equal("class:a/1", Subjects(Judged.Of(Pack(region: "370000", rules: Dark, more: ", \"within\": [\"370322\"]"), TwoCounties)));

    [Fact]
    public void A_school_pack_judges_its_schools_only() =>
        Assert.Equal("class:b/1", Subjects(Judged.Of(Pack(region: "CN", rules: Dark, more: ", \"schools\": [\"b\"]"), TwoCounties)));

    [Fact]
    public void A_template_judges_only_schools_that_it_is_named_for()
    {
        string template = Pack(rules: Dark, more: ", \"template\": true");
        Assert.Equal(string.Empty, Subjects(Judged.Of(template, TwoCounties)));
        Assert.Equal("class:b/1", Subjects(Judged.Of(template, TwoCounties, options: new RunOptions { SchoolPacks = [new SchoolPack("a", "b")] })));
        Assert.Equal("class:c/1", Subjects(Judged.Of(template, TwoCounties.Replace("\"region\": \"440100\"", "\"region\": \"440100\", \"packs\": [\"a\"]", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_childs_stricter_value_is_in_force_in_its_region_only()
    {
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2022-01-01", "value": 42 } ] } }""", more: ", \"extends\": \"n\"");
        Assessment assessment = Judged.Of([Nation, county], TwoCounties);
        Finding finding = Assert.Single(assessment.Findings);
        Assert.Equal(("class:a/1", "42", "n/most"), (finding.Subject!.ToString(), finding.Limit!.Text, finding.Rule));
    }

    [Fact]
    public void A_parent_that_grows_stricter_later_overtakes_its_child()
    {
        string nation = Pack("n", parameters: """{ "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 45 }, { "from": "2024-01-01", "value": 40 } ] } }""", rules: $"[{Limit}]");
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2022-01-01", "value": 42 } ] } }""", more: ", \"extends\": \"n\"");
        Finding finding = Judged.Of([nation, county], TwoCounties).Findings[0];
        Assert.Equal(("40", new DateOnly(2024, 1, 1)), (finding.Limit!.Text, finding.LimitSource?.Since ?? new DateOnly(2024, 1, 1)));
        Assert.Equal("42", Assert.Single(Judged.Of([nation, county], TwoCounties, new DateOnly(2023, 6, 1)).Findings).Limit!.Text);
    }

    [Theory]
    [InlineData("00:30", "23:30", "00:00", "23:30")]
    [InlineData("00:30", "00:00", "00:15", "24:00")]
    public void A_time_before_midnight_binds_more_than_one_past_it(string nation, string county, string lightsOut, string limit)
    {
        Finding finding = Assert.Single(Judged.Of(Nights(nation, county), Judged.School($$"""{ "id": "1", "lights_out": "{{lightsOut}}" }""")).Findings);
        Assert.Equal((Verdict.NonCompliant, limit), (finding.Verdict, finding.Limit!.Text));
    }

    [Fact]
    public void A_time_past_midnight_loosens_one_before_it()
    {
        string[] packs = Nights("23:30", "00:30");
        using Tests.Packs.TempPacks folder = new Tests.Packs.TempPacks().With("n/pack.json", packs[0]).With("z/pack.json", packs[1]);
        Assert.Equal([DiagnosticCodes.LooserValue, DiagnosticCodes.LoosenedByValues], Judged.Catalogue(folder.Path).Diagnostics.Select(d => d.Code));
    }

    [Fact]
    public void A_parameter_of_members_need_not_name_all_that_the_field_declares()
    {
        const string Taught = """{ "class": { "fields": { "subjects": { "type": "set", "values": { "art": "art", "music": "music", "sport": "sport" } } } } }""";
        const string Allowed = """{ "allowed": { "type": "set", "strictness": "subset", "values": [ { "from": null, "value": ["art"] } ] } }""";
        string pack = Pack(facts: Taught, parameters: Allowed, rules: $"[{Rule("limit", "\"limit\": { \"of\": \"subjects\", \"within\": \"$allowed\" }")}, {Rule("same", "\"require\": \"subjects == param('allowed')\"")}]");
        Assert.Empty(Judged.Of(pack, Judged.School("{ \"id\": \"1\", \"subjects\": [\"art\"] }")).Findings);
        Assert.Equal(2, Judged.Of(pack, Judged.School("{ \"id\": \"1\", \"subjects\": [\"art\", \"sport\"] }")).Findings.Count);
        using Tests.Packs.TempPacks folder = Tests.Packs.TempPacks.One(pack.Replace("[\"art\"]", "[\"arts\"]", StringComparison.Ordinal));
        Assert.Contains(Judged.Catalogue(folder.Path).Diagnostics, d => d.Code == DiagnosticCodes.OptionsDiffer);
    }

    [Fact]
    public void Before_the_childs_value_the_parents_is_in_force()
    {
        string county = Pack("z", "370322", parameters: """{ "most": { "values": [ { "from": "2022-01-01", "value": 42 } ] } }""", more: ", \"extends\": \"n\"");
        Assert.Empty(Judged.Of([Nation, county], TwoCounties, new DateOnly(2021, 12, 31)).Findings);
    }

    [Fact]
    public void Two_templates_may_mean_different_parameters_by_one_name()
    {
        string Template(string id, int most) => Pack(id, parameters: Most45.Replace("45", $"{most}", StringComparison.Ordinal), rules: $"[{Limit}]", more: ", \"template\": true");
        RunOptions both = new() { SchoolPacks = [new SchoolPack("t", "a"), new SchoolPack("u", "a")] };
        Assessment assessment = Judged.Of([Template("t", 42), Template("u", 41)], TwoCounties, options: both);
        Assert.Equal([("t/most", "42"), ("u/most", "41")], assessment.Findings.Select(f => (f.Rule, f.Limit!.Text)));
    }

    [Fact]
    public void A_rule_that_is_not_in_force_is_named_and_judges_nothing()
    {
        Assessment assessment = Judged.Of(Pack(rules: Dark), TwoCounties, new DateOnly(2019, 12, 31));
        Assert.Equal("a/dark", Assert.Single(assessment.NotInForce));
        Assert.Empty(assessment.Rules);
    }

    [Fact]
    public void Only_keeps_rows_of_one_region() =>
        Assert.Equal("class:c/1", Subjects(Judged.Of(Pack(rules: Dark), TwoCounties, options: new RunOptions { Only = RegionCode.Parse("440000") })));

    [Fact]
    public void Areas_and_rules_can_be_chosen()
    {
        string pack = Pack(rules: $"[{Rule("dark", "\"forbid\": \"bright\"")}, {Rule("light", "\"require\": \"bright\"")}]");
        Assert.Equal(["a/light"], Judged.Of(pack, TwoCounties, options: new RunOptions { Rules = ["light"] }).Rules.Select(r => r.Rule));
        Assert.Equal(["a/dark", "a/light"], Judged.Of(pack, TwoCounties, options: new RunOptions { Areas = ["x"] }).Rules.Select(r => r.Rule));
    }

    [Theory]
    [InlineData("rule", "there is no rule `drak` (did you mean `dark`?)")]
    [InlineData("area", "there is no area `drak`")]
    [InlineData("pack", "there is no template pack `drak`")]
    public void A_name_that_is_not_there_is_the_callers_fault(string what, string message)
    {
        RunOptions options = what switch
        {
            "rule" => new RunOptions { Rules = ["drak"] },
            "area" => new RunOptions { Areas = ["drak"] },
            _ => new RunOptions { SchoolPacks = [new SchoolPack("drak", "a")] },
        };
        ArgumentException thrown = Assert.Throws<ArgumentException>("options", () => Judged.Of(Pack(rules: Dark), TwoCounties, options: options));
        Assert.StartsWith(message, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_left_at_the_default_of_their_type_choose_everything() =>
        Assert.Equal("class:a/1, class:b/1, class:c/1", Subjects(Judged.Of(Pack(rules: Dark), TwoCounties, options: new RunOptions { Areas = default, Rules = default, SchoolPacks = default })));

    [Fact]
    public void A_cancelled_run_gives_no_partial_assessment()
    {
        using Tests.Packs.TempPacks folder = Tests.Packs.TempPacks.One(Pack(rules: Dark)).With("snapshot.json", TwoCounties);
        Catalogue catalogue = Judged.Catalogue(folder.Path).Value;
        Snapshot snapshot = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assert.Throws<OperationCanceledException>(() => Plan.For(catalogue, Judged.Day).Run(snapshot, cancellation: new CancellationToken(canceled: true)));
    }

    /// <summary>A nation and a county that each say when the lights go out at the latest, on a scale that passes midnight.</summary>
    private static string[] Nights(string nation, string county)
    {
        const string Facts = """{ "class": { "fields": { "lights_out": { "type": "time", "range": ["17:00", "30:00"] } } } }""";
        string latest = $$"""{ "latest": { "type": "time", "strictness": "earlier", "values": [ { "from": null, "value": "{{nation}}" } ] } }""";
        string earlier = $$"""{ "latest": { "values": [ { "from": "2022-01-01", "value": "{{county}}" } ] } }""";
        return
        [
            Pack("n", facts: Facts, parameters: latest, rules: $"[{Rule(kind: "\"limit\": { \"of\": \"lights_out\", \"max\": \"$latest\" }")}]"),
            Pack("z", "370322", facts: Facts, parameters: earlier, more: ", \"extends\": \"n\""),
        ];
    }

    private static string Subjects(Assessment assessment) => string.Join(", ", assessment.Findings.Select(f => f.Subject));
}
