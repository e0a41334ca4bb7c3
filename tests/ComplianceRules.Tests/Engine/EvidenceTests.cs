using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class EvidenceTests
{
    private const string Dated = """
        { "most": { "unit": "pupil", "strictness": "lower", "values": [
            { "from": "2020-01-01", "value": 50 }, { "from": "2025-01-01", "value": 45, "source": { "instrument": "law", "clause": "7" } } ] } }
        """;

    [Fact]
    public void A_breach_names_what_was_observed_the_limit_the_margin_and_the_unit()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }"), "\"minutes\": 60.5");
        Assert.Equal(("60.5", "60", "-0.5", "min/d"), (finding.Observed!.Text, finding.Limit!.Text, finding.Margin!.Text, finding.Unit));
    }

    [Fact]
    public void At_the_limit_the_margin_is_zero() =>
        Assert.Equal("0", Judged.One(Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }"), "\"minutes\": 60").Margin!.Text);

    [Theory]
    [InlineData(22, "20", "2")]
    [InlineData(43, "45", "2")]
    [InlineData(19, "20", "-1")]
    public void Of_two_limits_the_nearer_one_is_named(int enrolment, string limit, string margin)
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"min\": 20, \"max\": 45 }"), $"\"enrolment\": {enrolment}");
        Assert.Equal((limit, margin), (finding.Limit!.Text, finding.Margin!.Text));
    }

    [Fact]
    public void The_margin_of_times_is_in_minutes()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"starts\", \"min\": \"time('08:20')\" }"), "\"starts\": \"08:05\"");
        Assert.Equal(("08:05", "08:20", "-15", "min"), (finding.Observed!.Text, finding.Limit!.Text, finding.Margin!.Text, finding.Unit));
    }

    [Fact]
    public void The_limit_names_the_law_that_set_it_and_since_when()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }"), "\"enrolment\": 46", Dated);
        Assert.Equal("45", finding.Limit!.Text);
        Assert.Equal(("7", new DateOnly(2025, 1, 1)), (finding.LimitSource!.Clause, finding.LimitSource.Since!.Value));
        Assert.Equal(("1", new DateOnly(2020, 1, 1)), (finding.Source.Clause, finding.Source.Since!.Value));
    }

    [Fact]
    public void The_past_is_judged_by_the_limit_of_its_day() =>
        Assert.Equal(Verdict.Compliant, Judged.Verdict(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }"), "\"enrolment\": 46", Dated, new DateOnly(2024, 12, 31)));

    [Fact]
    public void The_subject_is_named_by_table_id_and_the_names_above()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"enrolment\", \"max\": 1 }"), "\"enrolment\": 2");
        Assert.Equal("class:s/1", finding.Subject!.ToString());
        Assert.Equal("学校 1", finding.Subject.Name);
    }

    [Fact]
    public void The_sentence_says_what_is_and_what_should_be_in_both_languages()
    {
        Finding finding = Judged.One(Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }"), "\"minutes\": 61");
        Assert.Contains("61分钟/天", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.Contains("不超过60分钟/天", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
        Assert.Contains("61 min/d; the rule is at most 60 min/d", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_packs_own_message_takes_the_place_of_the_sentence()
    {
        string rule = Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }", more: ", \"message\": { \"zh\": \"超出{margin}\", \"en\": \"{observed} over {limit}\" }");
        Finding finding = Judged.One(rule, "\"minutes\": 61");
        Assert.Equal("超出-1分钟/天", finding.Message.In(TextLanguage.Chinese));
        Assert.Equal("61 min/d over 60 min/d", finding.Message.In(TextLanguage.English));
    }

    [Fact]
    public void A_rounded_number_never_looks_like_the_limit_it_breaks() =>
        Assert.Contains("60.0001", Judged.One(Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }"), "\"minutes\": 60.0001").Message.In(TextLanguage.English), StringComparison.Ordinal);

    [Fact]
    public void An_undetermined_finding_names_what_is_missing_and_why()
    {
        string pack = Pack(rules: $"[{Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }")}]");
        Finding finding = Assert.Single(Judged.Of(pack, Judged.School("""{ "id": "1", "minutes": "many" }, { "id": "2", "minutes": 3 }""")).Findings);
        Assert.Equal(UnknownReason.WrongType, Assert.Single(finding.Missing).Reason);
        Assert.Null(finding.Observed);
        Assert.Null(finding.Margin);
    }

    [Fact]
    public void Where_no_row_has_the_column_one_finding_stands_for_all_rows()
    {
        string pack = Pack(rules: $"[{Rule(kind: "\"limit\": { \"of\": \"minutes\", \"max\": 60 }")}]");
        Assessment assessment = Judged.Of(pack, Judged.School("""{ "id": "1" }, { "id": "2" }, { "id": "3" }"""));
        Finding finding = Assert.Single(assessment.Findings);
        Assert.Null(finding.Subject);
        Assert.Equal((3, "minutes"), (finding.Rows, Assert.Single(finding.Missing).Path));
        Assert.Equal(3, assessment.Counts.Undetermined);
    }

    [Theory]
    [InlineData("principle", Severity.Warning)]
    [InlineData("encouraged", Severity.Advice)]
    [InlineData("target", Severity.Progress)]
    [InlineData("mandatory", Severity.Violation)]
    public void Severity_follows_the_wording_of_the_law(string binding, Severity expected)
    {
        string rule = Rule(kind: "\"forbid\": \"bright\"").Replace("\"mandatory\"", $"\"{binding}\"", StringComparison.Ordinal);
        Assert.Equal(expected, Judged.One(rule, "\"bright\": true").Severity);
    }

    [Fact]
    public void A_mandatory_rule_without_a_date_gives_a_warning_and_says_so()
    {
        string rule = Rule(kind: "\"forbid\": \"bright\"").Replace("\"from\": \"2020-01-01\"", "\"from\": null", StringComparison.Ordinal);
        Finding finding = Judged.One(rule, "\"bright\": true");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("not dated", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("没有生效日期", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-01", Severity.Warning)]
    [InlineData("2026-08-31", Severity.Violation)]
    public void Up_to_and_on_its_last_day_of_warning_a_breach_is_a_warning(string warningUntil, Severity expected)
    {
        string rule = Rule(kind: "\"forbid\": \"bright\"").Replace("\"from\": \"2020-01-01\"", $"\"from\": \"2020-01-01\", \"warningUntil\": \"{warningUntil}\"", StringComparison.Ordinal);
        Assert.Equal(expected, Judged.One(rule, "\"bright\": true").Severity);
    }
}
