using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class ListRuleTests
{
    private const string Thirty = """{ "id": "1", "enrolment": 30, "bright": true }""";
    private const string Forty = """{ "id": "2", "enrolment": 40, "bright": true }""";
    private const string Sixty = """{ "id": "3", "enrolment": 60, "bright": false }""";
    private const string Unknown = """{ "id": "4", "bright": true }""";

    [Theory]
    [InlineData(Thirty + "," + Forty, Verdict.Compliant, "40", "5")]
    [InlineData(Thirty + "," + Sixty, Verdict.NonCompliant, "60", "-15")]
    [InlineData(Thirty + "," + Unknown, Verdict.Undetermined, null, null)]
    [InlineData("", Verdict.Undetermined, null, null)]
    [InlineData(null, Verdict.Undetermined, null, null)]
    public void A_limit_can_be_set_to_an_aggregate_of_child_rows(string? classes, Verdict verdict, string? observed, string? margin)
    {
        Finding finding = OfSchool("\"limit\": { \"of\": \"classes.map(k, k.enrolment).max()\", \"max\": 45 }", classes);
        Assert.Equal((verdict, observed, margin), (finding.Verdict, finding.Observed?.Text, finding.Margin?.Text));
    }

    [Fact]
    public void A_coefficient_of_variation_is_judged_exactly_and_shown_rounded()
    {
        const string Rule = "\"limit\": { \"of\": \"classes.map(k, k.enrolment).cv()\", \"max\": 0.3 }";
        Finding finding = OfSchool(Rule, $"{Thirty},{Forty},{Sixty}");
        Assert.Equal(Verdict.Compliant, finding.Verdict);
        Assert.Equal("0.287819...", $"{finding.Observed!.Text[..8]}...");
        Assert.StartsWith("0.0121", finding.Margin!.Text, StringComparison.Ordinal);
        Assert.Contains("0.29", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Thirty + "," + Forty, Verdict.Compliant)]
    [InlineData(Thirty + "," + Sixty, Verdict.Compliant)]
    [InlineData(Thirty + "," + Unknown, Verdict.Undetermined)]
    [InlineData("", Verdict.Compliant)]
    [InlineData(null, Verdict.Undetermined)]
    public void A_requirement_on_every_child_row_is_never_met_by_what_is_unknown(string? classes, Verdict verdict) =>
        Assert.Equal(verdict, OfSchool("\"require\": \"classes.all(k, !k.bright || k.enrolment <= 45)\"", classes).Verdict);

    [Fact]
    public void An_undetermined_row_names_the_list_and_the_facts_of_its_rows()
    {
        const string Rule = "\"require\": \"classes.all(k, !k.bright || k.enrolment <= 45)\"";
        Assert.Equal("classes", Assert.Single(OfSchool(Rule, null).Missing).Path);
        Assert.Equal("classes.enrolment", Assert.Single(OfSchool(Rule, $"{Thirty},{Unknown}").Missing).Path);
    }

    private static Finding OfSchool(string kind, string? classes) =>
        Assert.Single(Judged.Of(Pack(rules: $"[{Rule(kind: kind, subject: "school")}]"), Judged.School(classes), options: new RunOptions { IncludeAll = true }).Findings);
}
