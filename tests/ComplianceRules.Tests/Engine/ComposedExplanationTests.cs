using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class ComposedExplanationTests
{
    private const string Facts = """
        { "class": { "title": { "zh": "班级", "en": "class" }, "fields": { "n": { "type": "number", "unit": "1", "range": [0, 99], "step": 1 } } },
          "school": { "fields": { "s": { "type": "bool" }, "v": { "type": "bool" } } } }
        """;

    private const string Both = "{ \"id\": \"p\", \"area\": \"x\" }, { \"id\": \"q\", \"rules\": [\"s\"] }";

    [Fact]
    public void Each_part_is_asked_by_its_name_and_the_rows_and_rules_that_break_it_stand_below()
    {
        ExplainedNode holds = Explain("\"s\": true", "46, 40, null").Holds;
        Assert.Equal(
            [new LocalText("班级：`p` 部分的规则都符合", "class: no rule of the part `p` is broken"), new LocalText("`q` 部分的规则都符合", "no rule of the part `q` is broken")],
            holds.Parts.Take(2).Select(p => p.Title));
        Assert.All(holds.Parts, part => Assert.Equal(ExplainedKind.Composed, part.Kind));
        ExplainedRows rows = holds.Parts[0].Rows!;
        Assert.Equal("3 in all, 1 kept, 1 broken, 1 open", $"{rows.All} in all, {rows.Counts!.Compliant} kept, {rows.Counts.NonCompliant} broken, {rows.Counts.Undetermined} open");
        ExplainedRow broken = Assert.Single(rows.Listed);
        ExplainedNode rule = Assert.Single(broken.Node.Parts);
        Assert.Equal(("class:s/0", "a/n", ExplainedKind.Rule, "false"), ($"{broken.Subject}", rule.Text, rule.Kind, rule.Value!.Text));
        Assert.Contains("46", rule.Note!.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_part_decides_is_not_needed_and_keeps_its_name()
    {
        ExplainedNode second = Explain("\"s\": true", "46").Holds.Parts[1];
        Assert.Equal((ExplainedState.NotNeeded, ExplainedKind.Composed, "no rule of the part `q` is broken"), (second.State, second.Kind, second.Title!.In(TextLanguage.English)));
    }

    [Fact]
    public void An_open_part_shows_the_rules_and_rows_that_are_open()
    {
        ExplainedNode holds = Explain(string.Empty, "null, 40").Holds;
        Assert.Equal(["class:s/0"], holds.Parts[0].Rows!.Listed.Select(r => $"{r.Subject}"));
        Assert.Equal(["a/s Unknown"], holds.Parts[1].Parts.Select(p => $"{p.Text} {p.State}"));
    }

    [Fact]
    public void A_part_that_is_kept_counts_its_rows_and_lists_none()
    {
        ExplainedRows rows = Explain("\"s\": true", "1, 2").Holds.Parts[0].Rows!;
        Assert.Equal(("2", 0), ($"{rows.All}", rows.Listed.Length));
    }

    [Fact]
    public void Rows_that_were_not_reported_are_not_counted()
    {
        ExplainedNode part = Explain("\"s\": true", null).Holds.Parts[0];
        Assert.Equal((ExplainedState.Unknown, null), (part.State, part.Rows));
    }

    [Fact]
    public void A_veto_is_called_one()
    {
        ExplainedNode holds = Explain("\"s\": true, \"v\": false", "40", "{ \"id\": \"q\", \"rules\": [\"s\"] }", ", \"veto\": [\"v\"]").Holds;
        Assert.Equal(new LocalText("没有触发否决项 `v`", "the veto `v` is not broken"), holds.Parts[1].Title);
        Assert.Equal(["a/v"], holds.Parts[1].Parts.Select(p => p.Text));
    }

    [Fact]
    public void Whether_it_applies_shows_a_rule_that_does()
    {
        ExplainedNode part = Assert.Single(Explain("\"s\": true", "46, 40").Applies.Parts).Parts[0];
        Assert.Equal("class: a rule of the part `p` applies", part.Title!.In(TextLanguage.English));
        Assert.Equal(["a/n"], Assert.Single(part.Rows!.Listed).Node.Parts.Select(p => p.Text));
    }

    private static Explanation Explain(string school, string? classes, string of = Both, string veto = "")
    {
        string rules = string.Join(", ", Of("n", "\"limit\": { \"of\": \"n\", \"max\": 45 }", "x", "class"), Of("s", "\"require\": \"s\""), Of("v", "\"require\": \"v\""), Of("all", $"\"composite\": {{ \"of\": [{of}]{veto} }}"));
        string list = classes is null ? string.Empty : $", \"classes\": [{string.Join(", ", classes.Split(", ").Select((n, i) => $"{{ \"id\": \"{i}\", \"n\": {n} }}"))}]";
        string facts = school.Length == 0 ? string.Empty : ", " + school;
        using TempPacks folder = new();
        folder.With("packs/0/pack.json", Pack(facts: Facts, rules: $"[{rules}]"));
        folder.With("snapshot.json", $$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322"{{facts}}{{list}} } ] }""");
        Catalogue catalogue = Judged.Catalogue(folder.Path + "/packs").Value;
        Snapshot snapshot = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, Judged.Day).Explain(snapshot, "all", "school:s");
    }

    private static string Of(string id, string kind, string area = "y", string subject = "school") =>
        Rule(id, kind, subject: subject).Replace("\"area\": \"x\", \"subject\"", $"\"area\": \"{area}\", \"subject\"", StringComparison.Ordinal);
}
