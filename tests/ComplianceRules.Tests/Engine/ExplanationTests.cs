using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class ExplanationTests
{
    private const string Facts = """
        { "school": { "fields": { "area": { "type": "number", "unit": "m2", "range": [0, 1000], "title": "面积" }, "open": { "type": "bool" } } },
          "class": { "fields": { "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1, "title": { "zh": "班额", "en": "enrolment" } }, "bright": { "type": "bool" } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": { "late": { "type": "bool" } } } }
        """;

    [Fact]
    public void A_chain_is_one_node_and_what_comes_after_the_deciding_part_is_not_needed()
    {
        ExplainedNode holds = Holds("enrolment > 1 && bright && enrolment < 40 && enrolment > 2", """{ "id": "1", "enrolment": 45 }""");
        Assert.Equal((ExplainedKind.All, ExplainedState.Known, "false"), (holds.Kind, holds.State, holds.Value!.Text));
        Assert.Equal(["enrolment > 1 Known", "bright Unknown", "enrolment < 40 Known", "enrolment > 2 NotNeeded"], holds.Parts.Select(p => $"{p.Text} {p.State}"));
        Assert.Equal(new LocalText("45名学生", "45 pupils"), holds.Parts[0].Parts[0].Shown);
        Assert.Equal((UnknownReason.Absent, "未知（未填报）", "unknown (not given)"), (holds.Parts[1].Reason, holds.Parts[1].Shown.Chinese, holds.Parts[1].Shown.English));
        Assert.Empty(holds.Parts[3].Parts);
    }

    [Fact]
    public void A_division_by_zero_is_shown_where_it_happens()
    {
        ExplainedNode holds = Holds("enrolment / (enrolment - 45) > 1", """{ "id": "1", "enrolment": 45 }""");
        Assert.Equal(UnknownReason.DivisionByZero, holds.Parts[0].Reason);
        Assert.Equal("0", holds.Parts[0].Parts[1].Value!.Text);
    }

    [Fact]
    public void A_share_without_a_condition_names_none()
    {
        string rules = Rule() + ", " + Rule(id: "q", kind: "\"share\": { \"of\": \"classes\", \"rule\": \"a/r\", \"min\": 50 }", subject: "school");
        Explanation byRule = Explain(rules, "school:s", """{ "id": "1", "enrolment": 45 }""", name: "q");
        Assert.EndsWith(" && classes.exists(applies(\"a/r\"))", byRule.Applies.Text, StringComparison.Ordinal);
        Assert.Equal("classes.filter(applies(\"a/r\")).share(holds(\"a/r\"))", byRule.Holds.Parts[0].Text);
        string plain = Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"bright\", \"min\": 50 }", subject: "school");
        Assert.Equal("classes.share(bright)", Explain(plain, "school:s", """{ "id": "1", "bright": true }""").Holds.Parts[0].Text);
    }

    [Fact]
    public void The_branch_that_was_not_taken_is_not_needed()
    {
        ExplainedNode holds = Holds("bright ? enrolment > 40 : enrolment > 50", """{ "id": "1", "enrolment": 45, "bright": true }""");
        Assert.Equal([ExplainedState.Known, ExplainedState.Known, ExplainedState.NotNeeded], holds.Parts.Select(p => p.State));
    }

    [Fact]
    public void What_is_not_applicable_is_not_looked_at()
    {
        Explanation explained = Explain(Rule(kind: "\"require\": \"bright\"", more: ", \"when\": \"enrolment > 50\""), "class:s/1", """{ "id": "1", "enrolment": 45 }""");
        Assert.Equal(Verdict.NotApplicable, explained.Finding.Verdict);
        Assert.Equal(("false", ExplainedState.NotNeeded), (explained.Applies.Value!.Text, explained.Holds.State));
    }

    [Fact]
    public void Of_the_rows_of_a_list_only_the_first_that_decide_are_listed_and_the_others_counted()
    {
        string classes = string.Join(", ", Enumerable.Range(0, 60).Select(i => $$"""{ "id": "{{i.ToString("D3", CultureInfo.InvariantCulture)}}", "enrolment": {{(i < 18 ? 40 : 50)}} }"""));
        ExplainedNode holds = Holds("classes.all(c, c.enrolment <= 45 || school.open)", classes, "school", "school:s", "\"open\": false, ");
        ExplainedRows rows = holds.Rows!;
        Assert.Equal(("60", "18", "42", 37), (rows.All.ToString(), rows.Counts!.Compliant.ToString(), rows.Counts.NonCompliant.ToString(), rows.More));
        Assert.Equal(["s/018", "s/019", "s/020", "s/021", "s/022"], rows.Listed.Select(r => r.Subject!.Id));
        Assert.Equal(["c.enrolment <= 45", "open"], rows.Listed[0].Node.Parts.Select(p => p.Text));
    }

    [Theory]
    [InlineData("classes.exists(c, c.enrolment > 45)", "s/2")]
    [InlineData("classes.exists_one(c, c.enrolment > 45)", "s/2 s/3")]
    [InlineData("classes.count(c, c.enrolment > 45) >= 3.0", "s/1")]
    [InlineData("classes.count(c, c.enrolment > 45) <= 1.0", "s/2 s/3")]
    [InlineData("classes.filter(c, c.enrolment > 45).size() > 5.0", "")]
    [InlineData("classes.map(c, c.enrolment).max() < 45", "s/3")]
    [InlineData("classes.map(c, c.enrolment).min() < 45", "s/1")]
    [InlineData("classes.filter(c, c.enrolment > 45).all(d, d.bright)", "s/2 s/3")]
    [InlineData("classes.share(c, c.bright) > 50.0", "s/1 s/2 s/3")]
    public void The_rows_that_are_listed_are_those_that_matter(string expression, string ids)
    {
        const string Classes = """{ "id": "1", "enrolment": 40 }, { "id": "2", "enrolment": 46 }, { "id": "3", "enrolment": 50 }""";
        ExplainedNode holds = Holds(expression, Classes, "school", "school:s");
        ExplainedNode list = holds.Rows is null ? holds.Parts.Single(p => p.Rows is not null) : holds;
        Assert.Equal(ids, string.Join(' ', list.Rows!.Listed.Select(r => r.Subject!.Id)));
    }

    [Fact]
    public void A_list_that_was_not_reported_has_no_rows()
    {
        ExplainedNode holds = Holds("classes.all(c, c.bright)", null, "school", "school:s");
        Assert.Equal((UnknownReason.NotReported, true), (holds.Reason, holds.Rows is null));
    }

    [Fact]
    public void Persons_are_counted_and_never_named_unless_the_caller_says_so()
    {
        const string Classes = """{ "id": "1", "pupils": [ { "id": "p1", "late": true }, { "id": "p2", "late": false }, { "id": "p3", "late": false }, { "id": "p4", "late": false }, { "id": "p5", "late": false } ] }""";
        string rule = Rule(kind: "\"require\": \"pupils.count(p, p.late) == 0.0\"");
        ExplainedNode hidden = Explain(rule, "class:s/1", Classes).Holds.Parts.Single();
        Assert.Equal((null, "<3"), (hidden.Value, hidden.Shown.English));
        Assert.Equal(("5", "<3", "3"), (hidden.Rows!.All.ToString(), hidden.Rows.Counts!.Compliant.ToString(), hidden.Rows.Counts.NonCompliant.ToString().TrimStart('>', '=')));
        Assert.Empty(hidden.Rows.Listed);
        ExplainedNode named = Explain(rule, "class:s/1", Classes, new RunOptions { IncludePersonal = true }).Holds.Parts.Single();
        Assert.Equal(("1", "s/1/p1"), (named.Value!.Text, Assert.Single(named.Rows!.Listed).Subject!.Id));
    }

    [Fact]
    public void A_person_is_explained_only_where_the_caller_says_so()
    {
        const string Classes = """{ "id": "1", "pupils": [ { "id": "p1", "late": true } ] }""";
        string rule = Rule(kind: "\"forbid\": \"late\"", subject: "pupil");
        Assert.Equal(ExplanationFault.PersonalSubject, Assert.Throws<ExplanationException>(() => Explain(rule, "pupil:s/1/p1", Classes)).Fault);
        Assert.Equal(Verdict.NonCompliant, Explain(rule, "pupil:s/1/p1", Classes, new RunOptions { IncludePersonal = true }).Finding.Verdict);
    }

    [Fact]
    public void A_set_that_is_perhaps_not_the_smallest_says_so()
    {
        string classes = string.Join(", ", Enumerable.Range(0, 1200).Select(i => $$"""{ "id": "{{i}}" }"""));
        Explanation many = Explain(Rule(kind: "\"require\": \"classes.all(c, c.bright || open)\"", subject: "school"), "school:s", classes);
        Assert.Equal((false, 2), (many.Finding.MissingIsSmallest, many.Finding.Missing.Length));
        Explanation few = Explain(Rule(kind: "\"require\": \"bright && (bright || enrolment > 3)\""), "class:s/1", """{ "id": "1" }""");
        Assert.Equal((true, new MissingFact("bright", UnknownReason.Absent)), (few.Finding.MissingIsSmallest, Assert.Single(few.Finding.Missing)));
    }

    [Theory]
    [InlineData("class", "r", ExplanationFault.MalformedSubject)]
    [InlineData("class:", "r", ExplanationFault.MalformedSubject)]
    [InlineData(":1", "r", ExplanationFault.MalformedSubject)]
    [InlineData("klass:1", "r", ExplanationFault.UnknownTable)]
    [InlineData("class:s/9", "r", ExplanationFault.UnknownSubject)]
    [InlineData("class:1", "q", ExplanationFault.UnknownRule)]
    [InlineData("school:s", "r", ExplanationFault.RuleOfOtherTable)]
    public void What_the_caller_named_wrongly_is_refused(string subject, string rule, ExplanationFault fault)
    {
        ExplanationException error = Assert.Throws<ExplanationException>(() => Explain(Rule(), subject, """{ "id": "1" }""", name: rule));
        Assert.Equal(fault, error.Fault);
        Assert.NotEmpty(error.Message);
    }

    private static ExplainedNode Holds(string expression, string? classes, string table = "class", string subject = "class:s/1", string school = "") =>
        Explain(Rule(kind: $"\"require\": \"{expression}\"", subject: table), subject, classes, school: school).Holds;

    private static Explanation Explain(string rule, string subject, string? classes, RunOptions? options = null, string name = "r", string school = "")
    {
        using TempPacks folder = new();
        folder.With("packs/0/pack.json", Pack(facts: Facts, rules: $"[{rule}]"));
        folder.With("snapshot.json", Judged.School(classes).Replace("\"name\":", $"{school}\"name\":", StringComparison.Ordinal));
        Checked<Catalogue> checkedPacks = Judged.Catalogue(folder.Path + "/packs");
        Assert.True(checkedPacks.IsValid, string.Join("; ", checkedPacks.Diagnostics));
        Catalogue catalogue = checkedPacks.Value;
        Snapshot facts = new JsonSnapshotSource(folder.Path + "/snapshot.json", "snapshot.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, Judged.Day).Explain(facts, name, subject, options);
    }
}
