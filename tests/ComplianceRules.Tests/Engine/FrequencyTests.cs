using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Packs;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class FrequencyTests
{
    private const string Drills = """{ "drill": { "parent": "school", "children": "drills", "title": { "zh": "演练", "en": "drill" }, "fields": { "held_on": { "type": "date", "title": "日期" }, "real": { "type": "bool" } } } }""";
    private const string Monthly = "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"month\", \"min\": 1, \"max\": 3 }";
    private const string Terms = """{ "schoolYear": "2026", "term": 1, "from": "2026-09-01", "to": "2027-01-22" }""";

    [Fact]
    public void A_finding_names_the_period_that_breaks_and_its_count()
    {
        Finding finding = One(Monthly, """{ "held_on": "2026-08-03" }, { "held_on": "2026-08-04" }, { "held_on": "2026-08-05" }, { "held_on": "2026-08-06" }""");
        Assert.Equal((Verdict.NonCompliant, "4", "3", "-1"), (finding.Verdict, finding.Observed!.Text, finding.Limit!.Text, finding.Margin!.Text));
        Assert.Equal("每月演练次数（2026年8月）为4，规定为不超过3", finding.Message.Chinese);
        Assert.Equal("drills a month (2026-08): 4; the rule is at most 3", finding.Message.English);
    }

    [Fact]
    public void A_period_cut_by_its_frame_is_named_by_its_days()
    {
        string rule = "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"week\", \"within\": \"term\", \"min\": 1 }";
        Finding finding = One(rule, string.Empty, day: "2026-09-08", more: $", \"calendar\": {{ \"terms\": [{Terms}], \"daysOff\": [], \"workingDaysInstead\": [] }}");
        Assert.Equal("drills a week (2026-09-01 to 2026-09-06): 0; the rule is at least 1", finding.Message.English);
    }

    [Theory]
    [InlineData("term", "term 1 of 2026")]
    [InlineData("school_year", "school year 2026")]
    [InlineData("year", "2026")]
    public void Terms_and_years_are_named(string per, string name)
    {
        string rule = $"\"frequency\": {{ \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"{per}\", \"max\": 0 }}";
        Finding finding = One(rule, """{ "held_on": "2026-10-01" }""", day: "2026-10-02", more: $", \"calendar\": {{ \"terms\": [{Terms}] }}");
        Assert.Contains($" ({name}): 1;", finding.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_that_is_not_known_but_surely_too_large_is_shown_from_its_least_to_its_most()
    {
        Finding finding = One(Monthly, """{ "held_on": "2026-08-03" }, { "held_on": "2026-08-04" }, { "held_on": "2026-08-05" }, { "held_on": "2026-08-06" }, { }""");
        Assert.Equal((Verdict.NonCompliant, null, null), (finding.Verdict, finding.Observed, finding.Margin));
        Assert.Equal("drills a month (2026-08): 4 – 5; the rule is at most 3", finding.Message.English);
    }

    [Fact]
    public void An_explanation_lists_the_periods_with_their_counts_those_that_break_first()
    {
        ExplainedNode holds = Explain(Monthly, """{ "held_on": "2026-09-01" }, { }""").Holds;
        Assert.Equal("drills.per(\"month\", held_on).all(>= 1.0, <= 3.0)", holds.Text);
        Assert.Equal(ExplainedKind.List, holds.Kind);
        Assert.Equal(["2026-08 0 – 1 ", "2026-09 1 – 2 has not ended and is not judged yet"], holds.Parts.Select(p => $"{p.Title!.English} {p.Shown.English} {p.Note?.English}"));
        ExplainedNode broken = Explain(Monthly, """{ "held_on": "2026-09-01" }""").Holds;
        Assert.Equal("2026-08 0 breaks the rule", $"{broken.Parts[0].Title!.English} {broken.Parts[0].Shown.English} {broken.Parts[0].Note?.English}");
        Assert.Equal("0", broken.Parts[0].Value!.Text);
    }

    [Fact]
    public void An_explanation_of_a_limit_says_where_it_comes_from()
    {
        string rule = Monthly.Replace("\"min\": 1, \"max\": 3", "\"max\": \"$most\"", StringComparison.Ordinal);
        ExplainedNode holds = Explain(rule, """{ "held_on": "2026-08-01" }""", """{ "most": { "unit": "1", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 2 } ] } }""").Holds;
        Assert.Equal(("param(\"most\")", "2", "most"), (holds.Parts[^1].Text, holds.Parts[^1].Value!.Text, holds.Parts[^1].Parameter!.Name));
    }

    [Fact]
    public void Where_nobody_has_the_days_there_is_one_finding_for_all()
    {
        Finding finding = Assert.Single(Run(Monthly, """{ "real": true }""").Findings);
        Assert.Equal((null, 1, "drills.held_on"), (finding.Subject?.Id, finding.Rows, Assert.Single(finding.Missing).Path));
    }

    [Fact]
    public void Counts_of_one_or_two_persons_are_not_shown()
    {
        string facts = Drills.Replace("\"title\": { \"zh\": \"演练\"", "\"personal\": true, \"title\": { \"zh\": \"演练\"", StringComparison.Ordinal);
        string rule = Monthly.Replace("\"max\": 3", "\"max\": 1", StringComparison.Ordinal);
        Finding finding = One(rule, """{ "held_on": "2026-08-03" }, { "held_on": "2026-08-04" }, { "held_on": "2026-07-05" }, { "held_on": "2026-07-06" }, { "held_on": "2026-07-07" }""", facts: facts);
        Assert.Equal((Verdict.NonCompliant, null), (finding.Verdict, finding.Observed));
        Assert.DoesNotContain(": 2;", finding.Message.English, StringComparison.Ordinal);
        Assert.Empty(Explain(rule, """{ "held_on": "2026-08-03" }, { "held_on": "2026-08-04" }""", facts: facts).Holds.Parts);
    }

    [Fact]
    public void A_frame_of_more_weeks_than_anybody_counts_by_is_not_gone_through()
    {
        string rule = "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"week\", \"within\": \"term\", \"min\": 1 }";
        Finding finding = One(rule, """{ "held_on": "2026-08-03" }""", more: """, "calendar": { "terms": [ { "schoolYear": "x", "term": 1, "from": "0001-01-01", "to": "9999-12-31" } ], "daysOff": [], "workingDaysInstead": [] }""");
        Assert.Equal((Verdict.Undetermined, UnknownReason.TooMuchWork), (finding.Verdict, finding.Missing[0].Reason));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void The_first_and_the_last_day_of_all_are_days_like_others(string day)
    {
        foreach (string per in (string[])["week", "month", "year"])
        {
            string rule = $"\"frequency\": {{ \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"{per}\", \"max\": 0 }}".Replace("2020", "0001", StringComparison.Ordinal);
            Assert.Equal(Verdict.NonCompliant, One(rule, $"{{ \"held_on\": \"{day}\" }}", day: day, effective: "null").Verdict);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_row_is_counted_by_the_calendar_of_its_own_stack(bool byColumns)
    {
        string rule = Rule(kind: "\"frequency\": { \"of\": \"drills\", \"on\": \"held_on\", \"per\": \"term\", \"min\": 1 }", subject: "school");
        string nation = Pack("n", facts: Drills, rules: $"[{rule}]", more: $", \"calendar\": {{ \"terms\": [{Terms.Replace("2026-09-01", "2026-03-01", StringComparison.Ordinal).Replace("2027-01-22", "2026-07-01", StringComparison.Ordinal)}] }}");
        string province = Pack("p", "370000", "{}", more: ", \"extends\": \"n\", \"calendar\": { \"terms\": [ { \"schoolYear\": \"2025\", \"term\": 2, \"from\": \"2026-02-01\", \"to\": \"2026-02-27\" } ] }");
        const string Held = """ "drills": [ { "id": "1", "held_on": "2026-02-28" } ] """;
        const string Snapshot = $$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "a", "region": "440100", {{Held}} }, { "id": "b", "region": "370322", {{Held}} }, { "id": "c", "region": "370322", "drills": [ { "id": "1", "held_on": "2026-02-27" } ] } ] }""";
        Assessment assessment = Judged.Of([nation, province], Snapshot, options: new RunOptions { IncludeAll = true, Engine = byColumns ? JudgingEngine.Columns : JudgingEngine.Reference });
        Assert.Equal(["school:a NonCompliant", "school:b NonCompliant", "school:c Compliant"], assessment.Findings.Select(f => $"{f.Subject} {f.Verdict}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_limit_of_another_unit_is_refused_and_one_that_always_holds_is_warned_of()
    {
        Assert.Equal("CR2071", Assert.Single(Problems("\"min\": 0", "{}")).Code.ToString());
        string hours = """{ "most": { "unit": "h", "strictness": "lower", "values": [ { "from": "2020-01-01", "value": 2 } ] } }""";
        Assert.Empty(Problems("\"max\": \"$most\"", hours));
        Assert.Equal("CR2011", Assert.Single(Problems("\"min\": \"minutes(3)\", \"max\": \"$most\"", hours)).Code.ToString());
    }

    private static ImmutableArray<Diagnostic> Problems(string limits, string parameters)
    {
        string rule = Rule(kind: Monthly.Replace("\"min\": 1, \"max\": 3", limits, StringComparison.Ordinal), subject: "school");
        using TempPacks folder = TempPacks.One(Pack(facts: Drills, rules: $"[{rule}]", parameters: parameters));
        return Judged.Catalogue(folder.Path).Diagnostics;
    }

    private static Finding One(string kind, string drills, string day = "2026-09-02", string more = "", string facts = Drills, string effective = "\"2020-01-01\"") =>
        Assert.Single(Run(kind, drills, day, more, facts, effective).Findings);

    private static Assessment Run(string kind, string drills, string day = "2026-09-02", string more = "", string facts = Drills, string effective = "\"2020-01-01\"")
    {
        string rule = Rule(kind: kind, subject: "school").Replace("\"from\": \"2020-01-01\"", $"\"from\": {effective}", StringComparison.Ordinal);
        return Judged.Of(Pack(facts: facts, rules: $"[{rule}]", more: more), Snapshot(drills), DateOnly.Parse(day, CultureInfo.InvariantCulture), new RunOptions { IncludeAll = true });
    }

    private static Explanation Explain(string kind, string drills, string parameters = "{}", string facts = Drills)
    {
        using TempPacks folder = TempPacks.One(Pack(facts: facts, rules: $"[{Rule(kind: kind, subject: "school")}]", parameters: parameters));
        Catalogue catalogue = Judged.Catalogue(folder.Path).Value;
        byte[] json = Encoding.UTF8.GetBytes(Snapshot(drills));
        Snapshot snapshot = new JsonSnapshotSource(() => new MemoryStream(json), "made.json").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        return Plan.For(catalogue, new DateOnly(2026, 9, 2)).Explain(snapshot, "r", "school:s");
    }

    private static string Snapshot(string drills)
    {
        int id = 0;
        string numbered = string.Join(", ", drills.Split("{ ", StringSplitOptions.RemoveEmptyEntries).Select(d => d.TrimEnd(',', ' ')).Where(d => d.Length > 0).Select(d => d == "}" ? $"{{ \"id\": \"{++id}\" }}" : $"{{ \"id\": \"{++id}\", {d}"));
        return $$"""{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322", "drills": [{{numbered}}] } ] }""";
    }
}
