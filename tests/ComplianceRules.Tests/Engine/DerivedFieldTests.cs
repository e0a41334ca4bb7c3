using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class DerivedFieldTests
{
    private const string DerivedFacts = """
        { "region": { "fields": { "quota": { "type": "number", "unit": "pupil", "range": [0, 100000], "step": 1 }, "many": { "type": "bool", "derive": "schools.size() > 1" } } },
          "school": { "fields": {
            "pupils": { "type": "number", "unit": "pupil", "derive": "classes.map(c, c.enrolment).sum()", "title": { "zh": "在校生数", "en": "pupils" } },
            "band": { "type": "enum", "values": { "small": "小", "large": "大" }, "derive": "pupils > 60 ? 'large' : 'small'" },
            "big": { "type": "bool", "derive": "band == 'large'" } } },
          "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 },
            "written": { "type": "number", "unit": "min/d", "range": [0, 600] }, "oral": { "type": "number", "unit": "min/d", "range": [0, 600] },
            "total": { "type": "number", "unit": "min/d", "derive": "written + oral", "title": { "zh": "作业总时长", "en": "all homework" } },
            "grown": { "type": "bool", "derive": "enrolment > previous.enrolment" },
            "share_of_school": { "type": "number", "derive": "percent(enrolment, school.pupils)" } } } }
        """;

    private const string Classes = """{ "id": "1", "enrolment": 40, "written": 50, "oral": 15 }, { "id": "2", "enrolment": 30, "written": 50 }""";

    [Fact]
    public void A_rule_judges_what_a_derived_field_is_worked_out_of()
    {
        Assessment assessment = Run(Rule("homework", "\"limit\": { \"of\": \"total\", \"max\": 60 }"));
        Assert.Equal(["class:s/1 NonCompliant 65", "class:s/2 Undetermined "], assessment.Findings.Select(f => $"{f.Subject} {f.Verdict} {f.Observed}"));
        Assert.Equal("oral", Assert.Single(assessment.Findings[1].Missing).Path);
        Assert.StartsWith("all homework: 65", assessment.Findings[0].Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class", "\"require\": \"share_of_school <= 50\"", "class:s/1")]
    [InlineData("class", "\"forbid\": \"school.pupils > 60\"", "class:s/1 class:s/2")]
    [InlineData("class", "\"forbid\": \"school.band == 'large'\"", "class:s/1 class:s/2")]
    [InlineData("school", "\"forbid\": \"classes.exists(c, c.share_of_school > 50)\"", "school:s")]
    [InlineData("school", "\"limit\": { \"of\": \"pupils\", \"max\": 60 }", "school:s")]
    [InlineData("school", "\"share\": { \"of\": \"classes\", \"that\": \"share_of_school < 50\", \"min\": 100 }", "school:s")]
    [InlineData("region", "\"forbid\": \"schools.exists(s, s.big)\"", "region:370322")]
    [InlineData("region", "\"forbid\": \"schools.all(s, s.classes.exists(c, c.share_of_school > 50))\"", "region:370322")]
    public void It_can_be_read_from_wherever_a_fact_can(string subject, string kind, string breaches) =>
        Assert.Equal(breaches, string.Join(' ', Run(Rule("r", kind, subject: subject)).Findings.Where(f => f.Verdict == Verdict.NonCompliant).Select(f => f.Subject!.ToString())));

    [Theory]
    [InlineData(", \"appliesTo\": { \"big\": true }", "class:s/1")]
    [InlineData(", \"appliesTo\": { \"band\": [\"small\"] }", "")]
    public void Rules_may_apply_by_it(string appliesTo, string breaches) =>
        Assert.Equal(breaches, string.Join(' ', Run(Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": 35 }", appliesTo)).Findings.Select(f => f.Subject!.ToString())));

    [Fact]
    public void A_parameter_may_go_by_it()
    {
        string parameters = """{ "most": { "unit": "pupil", "strictness": "lower", "by": "band", "values": [ { "from": null, "value": { "large": 35, "small": 45 } } ] } }""";
        Finding finding = Assert.Single(Run(Rule("r", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }"), parameters).Findings);
        Assert.Equal(("class:s/1", "35"), (finding.Subject!.ToString(), finding.Limit!.Text));
    }

    [Fact]
    public void Data_cannot_give_it()
    {
        Assessment assessment = Run(Rule("homework", "\"limit\": { \"of\": \"total\", \"max\": 60 }"), classes: """{ "id": "1", "written": 50, "oral": 15, "total": 10 }""");
        Assert.Equal(Verdict.NonCompliant, Assert.Single(assessment.Findings).Verdict);
        Assert.Contains("total", string.Join(' ', Assert.Single(assessment.Data.Issues).Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_asks_for_the_facts_that_it_is_worked_out_of()
    {
        using TempPacks folder = TempPacks.One(Pack(facts: DerivedFacts, rules: $"[{Rule("homework", "\"limit\": { \"of\": \"total\", \"max\": 60 }")}]"));
        NeededFacts needed = NeededFacts.Of(Judged.Catalogue(folder.Path).Value);
        Assert.Equal(["oral", "written"], needed.Tables.First(t => t.Table.Name == BaseTables.Class).Fields.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    private static Assessment Run(string rule, string parameters = "{}", string classes = Classes) =>
        Judged.Of(Pack(facts: DerivedFacts, rules: $"[{rule}]", parameters: parameters), Judged.School(classes));
}
