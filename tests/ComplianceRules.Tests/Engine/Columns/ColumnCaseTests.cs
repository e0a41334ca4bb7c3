using System.Text;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>What made packs and snapshots have found, as small cases.</summary>
public sealed class ColumnCaseTests
{
    private const string Facts = """
        { "region": { "fields": { "rooms": { "type": "number", "unit": "1", "range": [0, 9], "step": 1 } } },
          "team": { "parent": "class", "children": "teams", "title": "队", "fields": { "good": { "type": "bool" }, "counts": { "type": "bool" } } } }
        """;

    private const string Most = """{ "most": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": 5 } ] } }""";
    private const string MostOfProvince = """{ "most": { "values": [ { "from": null, "value": 3 } ] } }""";

    [Theory]
    [InlineData("region", 1)]
    [InlineData("school", 1)]
    public void A_fact_of_a_region_above_is_held_against_the_limit_of_the_row_that_is_judged(string subject, int broken)
    {
        string rule = PackText.Rule(kind: "\"limit\": { \"of\": \"region.rooms\", \"max\": \"$most\" }", subject: subject);
        string nation = PackText.Pack("n", facts: Facts, parameters: Most, rules: $"[{rule}]");
        string inner = PackText.Pack("p", subject == "region" ? "370000" : "CN", "{}", MostOfProvince, more: ", \"extends\": \"n\"" + (subject == "region" ? string.Empty : ", \"schools\": [\"s\"]"));
        const string Snapshot = """
            { "schemaVersion": 1, "date": "2026-09-01", "regions": [ { "code": "CN", "rooms": 4 }, { "code": "370000" }, { "code": "440000" } ],
              "schools": [ { "id": "s", "region": "CN" }, { "id": "o", "region": "CN" } ] }
            """;
        Assert.Equal(broken, Both([nation, inner], Snapshot).Counts.NonCompliant);
    }

    [Fact]
    public void A_share_by_rule_leaves_out_rows_that_do_not_have_the_rule_beside_such_that_do()
    {
        string counted = PackText.Rule("counted", "\"require\": \"good\"", ", \"appliesTo\": { \"counts\": true }", "team");
        string nation = PackText.Pack("n", facts: Facts, rules: $"[{counted}]");
        string share = PackText.Rule("share", "\"share\": { \"of\": \"teams\", \"rule\": \"n/counted\", \"min\": 50 }");
        string template = PackText.Pack("t", facts: "{}", rules: $"[{share}]", more: ", \"template\": true, \"extends\": \"n\"");
        const string Snapshot = """
            { "schemaVersion": 1, "date": "2026-09-01", "schools": [
                { "id": "a", "region": "370322", "packs": ["t"], "classes": [ { "id": "1", "teams": [ { "id": "1", "counts": true, "good": true } ] } ] },
                { "id": "b", "packs": ["t"], "classes": [ { "id": "1", "teams": [ { "id": "1", "counts": true } ] } ] } ] }
            """;
        VerdictCounts counts = Both([nation, template], Snapshot, new RunOptions { Rules = ["share"] }).Counts;
        Assert.Equal((1, 1, 0), (counts.Compliant, counts.NotApplicable, counts.Undetermined));
    }

    [Fact]
    public void The_same_computed_limit_in_two_packs_is_that_of_each_packs_own_rows()
    {
        string rule = PackText.Rule(kind: "\"limit\": { \"of\": \"rooms\", \"equals\": \"$most\", \"tolerance\": 1 }", subject: "region");
        string nation = PackText.Pack("n", facts: Facts, parameters: Most);
        string one = PackText.Pack("a", "440000", "{}", rules: $"[{rule}]", more: ", \"extends\": \"n\"");
        string other = PackText.Pack("b", "370000", "{}", rules: $"[{rule}]", more: ", \"extends\": \"n\"");
        const string Snapshot = """{ "schemaVersion": 1, "date": "2026-09-01", "regions": [ { "code": "370000", "rooms": 9 }, { "code": "440000", "rooms": 6 } ] }""";
        VerdictCounts counts = Both([nation, one, other], Snapshot).Counts;
        Assert.Equal((1, 1, 0), (counts.Compliant, counts.NonCompliant, counts.Undetermined));
    }

    [Theory]
    [InlineData("share + share >= 1")]
    [InlineData("share + share == 0.6")]
    [InlineData("share == 0.3")]
    [InlineData("school.classes.map(c, c.share).sum() == 1")]
    public void A_number_beside_its_step_by_a_rounding_is_on_it_and_changes_no_other_row(string condition)
    {
        string facts = """{ "class": { "fields": { "share": { "type": "number", "unit": "1", "range": [0, 100], "step": 0.1 } } } }""";
        using TempPacks folder = TempPacks.One(PackText.Pack(facts: facts, rules: $"[{PackText.Rule(kind: $"\"require\": \"{condition}\"")}]"));
        Catalogue catalogue = Judged.Catalogue(folder.Path).Value;
        byte[] json = Encoding.UTF8.GetBytes(Judged.School("""{ "id": "1", "share": 0.2 }, { "id": "2", "share": 0.7 }"""));
        SnapshotEdit edit = new(new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value);
        Assert.True(edit.Table("class").SetNumber(0, "share", 0.1 + 0.2));
        Snapshot changed = edit.Build();
        Assert.Equal(0.3, ((NumberColumn)changed.Table("class").Column("share")!)[0]);
        Plan plan = Plan.For(catalogue, Judged.Day);
        VerdictCounts interpreted = plan.Run(changed, new RunOptions { Engine = JudgingEngine.Reference }).Counts;
        Assert.Equal(interpreted, plan.Run(changed).Counts);
    }

    private static Assessment Both(string[] packs, string snapshot, RunOptions? options = null)
    {
        options ??= new RunOptions();
        Assessment columns = Judged.Of(packs, snapshot, options: options);
        Assert.Equal(Judged.Of(packs, snapshot, options: options with { Engine = JudgingEngine.Reference }).Counts, columns.Counts);
        return columns;
    }
}
