using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class PersonalTableTests
{
    private const string Pupils = """
        { "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": "学生", "fields": {
            "name": { "type": "text", "title": "姓名" },
            "bedtime": { "type": "time", "range": ["17:00", "30:00"], "title": "就寝时间" } } },
          "exam": { "parent": "pupil", "children": "exams", "title": "考试", "fields": { "hard": { "type": "bool", "title": "难" } } } }
        """;

    private const string Snapshot = """
        { "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s", "region": "370322", "classes": [ { "id": "1", "pupils": [
            { "id": "p1", "bedtime": "21:20", "name": "Ann Qz" }, { "id": "p2", "bedtime": "00:30" }, { "id": "p3" } ] } ] } ] }
        """;

    private const string InBed = "\"limit\": { \"of\": \"bedtime\", \"max\": \"time('21:20')\" }";
    private const string ShareInBed = "\"share\": { \"of\": \"pupils\", \"that\": \"bedtime <= time('21:20')\", \"min\": 95 }";

    private static readonly string Bedtime = Of(Rule(kind: InBed, subject: "pupil"));

    [Fact]
    public void Persons_are_judged_and_counted_past_midnight_too() =>
        Assert.Equal((1, 1, 1, 0), Judged.Counts(Judged.Of(Bedtime, Snapshot)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Persons_are_never_listed(bool includeAll) =>
        Assert.Empty(Judged.Of(Bedtime, Snapshot, options: new RunOptions { IncludeAll = includeAll }).Findings);

    [Fact]
    public void Persons_are_listed_on_request()
    {
        Assessment assessment = Judged.Of(Bedtime, Snapshot, options: new RunOptions { IncludeAll = true, IncludePersonal = true });
        Assert.Equal(["pupil:s/1/p1", "pupil:s/1/p2", "pupil:s/1/p3"], assessment.Findings.Select(f => f.Subject!.ToString()));
        Assert.Contains("Ann Qz", Json(assessment), StringComparison.Ordinal);
        Assert.Contains("\"compliant\": 1,", Json(assessment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "NonCompliant:<3 Undetermined:<3")]
    [InlineData(true, "NonCompliant:<3 Undetermined:<3 Compliant:<3")]
    public void Persons_are_counted_by_the_row_above_them(bool includeAll, string counts)
    {
        Assessment assessment = Judged.Of(Bedtime, Snapshot, options: new RunOptions { IncludeAll = includeAll });
        Assert.Equal(counts, string.Join(' ', assessment.PersonalCounts.Select(c => $"{c.Verdict}:{c.Rows}")));
        Assert.All(assessment.PersonalCounts, c => Assert.Equal(("a/r", "class:s/1", Severity.Violation), (c.Rule, $"{c.Parent}", c.Severity)));
    }

    [Theory]
    [InlineData("pupils.count(p, p.bedtime > time('21:20'))", false)]
    [InlineData("pupils.filter(p, p.name.size() > 5).size()", false)]
    [InlineData("pupils.size()", true)]
    [InlineData("pupils.map(p, p.name.size()).max()", true)]
    public void A_measure_that_tells_of_one_or_two_persons_is_not_shown(string measure, bool isShown)
    {
        string pack = Of(Rule(kind: $"\"limit\": {{ \"of\": \"{measure}\", \"max\": 0 }}", subject: "class"));
        string snapshot = Snapshot.Replace("\"00:30\"", "\"00:30\", \"name\": \"Bo\"", StringComparison.Ordinal).Replace("\"p3\"", "\"p3\", \"bedtime\": \"21:00\", \"name\": \"Cy\"", StringComparison.Ordinal);
        Finding finding = Assert.Single(Judged.Of(pack, snapshot).Findings);
        Assert.Equal((Verdict.NonCompliant, isShown, isShown), (finding.Verdict, finding.Observed is not null, finding.Margin is not null));
        Assert.Equal(!isShown, finding.Message.In(TextLanguage.English).Contains("fewer than three persons", StringComparison.Ordinal));
        Assert.NotNull(Assert.Single(Judged.Of(pack, snapshot, options: new RunOptions { IncludePersonal = true }).Findings).Observed);
    }

    [Fact]
    public void Three_persons_are_counted_and_parents_stand_in_the_order_of_their_ids()
    {
        Assessment assessment = Judged.Of(Bedtime, Classes(("b", 0, 3), ("a10", 5, 4), ("a9", 3, 0)));
        Assert.Equal("class:s/a10 4, class:s/b 3", string.Join(", ", assessment.PersonalCounts.Select(c => $"{c.Parent} {c.Rows}")));
        Assert.Equal("8 7", $"{assessment.Shown.Compliant} {assessment.Shown.NonCompliant}");
    }

    [Fact]
    public void Who_subtracts_the_counts_of_classes_from_the_sum_finds_nothing()
    {
        Assessment one = Judged.Of(Bedtime, Classes(("a", 20, 5), ("b", 23, 2)));
        Assessment other = Judged.Of(Bedtime, Classes(("a", 20, 5), ("b", 24, 1)));
        Assert.Equal("class:s/a 5, class:s/b <3", string.Join(", ", one.PersonalCounts.Select(c => $"{c.Parent} {c.Rows}")));
        Assert.Equal(">=43 >=6", $"{one.Rules[0].Shown.Compliant} {one.Rules[0].Shown.NonCompliant}");
        Assert.Equal(Json(one), Json(other));
        Assert.NotEqual(one.Counts, other.Counts);
    }

    [Fact]
    public void A_column_that_no_person_has_is_named_without_naming_or_counting_a_person()
    {
        Assessment assessment = Judged.Of(Bedtime, Snapshot.Replace("\"bedtime\"", "\"note\"", StringComparison.Ordinal).Replace(", { \"id\": \"p3\" }", string.Empty, StringComparison.Ordinal));
        Finding finding = Assert.Single(assessment.Findings);
        Assert.Null(finding.Subject);
        Assert.Equal((2, "<3"), (finding.Rows, finding.ShownRows.ToString()));
        Assert.Empty(assessment.PersonalCounts);
        Assert.Contains("\"rows\": \"<3\"", Json(assessment), StringComparison.Ordinal);
        Assert.Contains("\"pupil\": \"<3\"", Json(assessment), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_below_persons_bear_their_ids_and_are_persons_too()
    {
        Assessment assessment = Judged.Of(Of(Rule(kind: "\"require\": \"hard\"", subject: "exam")), Snapshot.Replace("\"name\": \"Ann Qz\"", "\"exams\": [ { \"id\": \"e\", \"hard\": false } ]", StringComparison.Ordinal));
        Assert.Empty(assessment.Findings);
        PersonalCount count = Assert.Single(assessment.PersonalCounts);
        Assert.Equal(("class:s/1", "<3"), ($"{count.Parent}", count.Rows.ToString()));
        Assert.DoesNotContain("p1", Json(assessment), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 8, false)]
    [InlineData(8, 2, false)]
    [InlineData(3, 7, true)]
    public void A_share_of_persons_tells_their_number_only_from_three_on(int inBed, int late, bool isCounted)
    {
        string message = Assert.Single(Judged.Of(Of(Rule(kind: ShareInBed)), Classes(("1", inBed, late))).Findings).Message.In(TextLanguage.English);
        Assert.Equal(isCounted, message.Contains(" of 10)", StringComparison.Ordinal));
        Assert.Contains($"{inBed * 10}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "<3 rows")]
    [InlineData(2, "<3 rows")]
    [InlineData(3, "3 rows")]
    public void A_fact_that_persons_lack_is_counted_only_from_three_on(int lacking, string rows)
    {
        string pupils = string.Join(',', Enumerable.Range(0, 8).Select(i => i < lacking ? $$"""{ "id": "p{{i}}" }""" : $$"""{ "id": "p{{i}}", "bedtime": "21:00" }"""));
        Finding finding = Assert.Single(Judged.Of(Of(Rule(kind: ShareInBed)), Judged.School($$"""{ "id": "1", "pupils": [{{pupils}}] }""")).Findings);
        Assert.Equal(Verdict.Undetermined, finding.Verdict);
        Assert.Contains($", {rows})", finding.Message.In(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains($"，{rows.Replace(" rows", " 行", StringComparison.Ordinal)}）", finding.Message.In(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    private static string Of(string rule) => Pack(facts: Pupils, rules: $"[{rule}]");

    private static string Classes(params (string Id, int InBed, int Late)[] classes) => Judged.School(string.Join(',', classes.Select(c =>
    {
        IEnumerable<string> pupils = Enumerable.Range(0, c.InBed + c.Late).Select(i => $$"""{ "id": "p{{i}}", "bedtime": "{{(i < c.InBed ? "21:00" : "22:00")}}" }""");
        return $$"""{ "id": "{{c.Id}}", "pupils": [{{string.Join(',', pupils)}}] }""";
    })));

    private static string Json(Assessment assessment) => Encoding.UTF8.GetString(Written.By(new JsonReportWriter(), assessment));
}
