using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class HtmlReportWriterTests
{
    private const string Hostile = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";

    private static readonly RegionCode County = RegionCode.Parse("370322");

    [Fact]
    public void The_policy_names_the_style_and_the_script_that_stand_there_and_nothing_else()
    {
        WrittenPage page = WrittenPage.Of(SampleAssessment.Full);
        Assert.Equal(
            $"default-src 'none'; script-src {HtmlAssets.Digest(page.Script)}; style-src {HtmlAssets.Digest(page.Style)}; img-src data:; base-uri 'none'; form-action 'none'", page.Policy);
    }

    [Fact]
    public void A_name_that_is_markup_stands_in_no_part_that_a_browser_reads_as_markup()
    {
        WrittenPage page = WrittenPage.Of(Placed(new Subject("school", "1", Hostile), new Subject("class", $"1/{Hostile}", Hostile)));
        Assert.DoesNotContain("onerror", page.Text, StringComparison.Ordinal);
        Assert.Equal(Hostile, page.Header("schools").GetProperty("schoolNames")[0].GetString());
    }

    [Fact]
    public void A_title_that_is_markup_is_text_in_the_summary()
    {
        Assessment hostile = SampleAssessment.Full with { Rules = [.. SampleAssessment.Full.Rules.Select(r => r with { Title = new LocalText(Hostile, Hostile) })] };
        WrittenPage page = WrittenPage.Of(hostile);
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", page.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_very_many_problems_the_first_are_carried_and_all_are_counted()
    {
        Diagnostic problem = SampleAssessment.Full.Data.Issues[0];
        Assessment spoilt = SampleAssessment.Full with { Data = SampleAssessment.Full.Data with { Issues = [.. Enumerable.Repeat(problem, 501)] } };
        JsonElement data = WrittenPage.Of(spoilt).Header("head").GetProperty("data");
        Assert.Equal((500, 501), (data.GetProperty("issues").GetArrayLength(), data.GetProperty("issuesCount").GetInt32()));
        Assert.Equal((1, 1), (data.GetProperty("skipped").GetArrayLength(), data.GetProperty("skippedCount").GetInt32()));
    }

    [Fact]
    public void Names_of_the_data_stand_in_the_blocks_alone()
    {
        WrittenPage page = WrittenPage.Of(Placed(new Subject("school", "1", "样例小学"), new Subject("class", "1/302", "样例小学 302")));
        Assert.DoesNotContain("样例小学", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("cn/", page.Rest, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_finding_comes_back_as_it_was()
    {
        WrittenPage page = WrittenPage.Of(SampleAssessment.Full);
        JsonElement header = page.Header("findings");
        Assert.Equal(SampleAssessment.Full.Findings.Select(f => f.Message), page.Sentences());
        Assert.Equal(SampleAssessment.Full.Findings.Select(f => f.Subject), page.Subjects());
        Assert.Equal(SampleAssessment.Full.Findings.Select(f => f.Rule), page.Column("findings", "rule").Select(r => header.GetProperty("heads")[r].GetProperty("rule").GetString()));
        Assert.Equal(SampleAssessment.Full.Findings.Select(f => f.Verdict), page.Column("findings", "verdict").Select(v => (Verdict)v));
        Assert.Equal(SampleAssessment.Full.Findings.Select(f => f.Observed?.Text), page.Column("findings", "observed").Select(v => v == 0 ? null : header.GetProperty("values")[v - 1].GetString()));
    }

    [Fact]
    public void Sentences_that_differ_in_numbers_alone_stand_once()
    {
        Finding[] many = [.. Enumerable.Range(0, 50).Select(i => Example() with { Subject = new Subject("class", $"1/{i}", null), Message = new LocalText($"为{i}人，上限45人，第{i + 7}班", $"{i} pupils, class {i + 7}") })];
        WrittenPage page = WrittenPage.Of(SampleAssessment.Full with { Findings = FindingList.Of(many) });
        Assert.Equal(1, page.Header("findings").GetProperty("templates").GetArrayLength());
        Assert.Equal(many.Select(f => f.Message), page.Sentences());
    }

    [Fact]
    public void Rows_of_a_school_are_told_by_what_comes_behind_its_id_and_name()
    {
        WrittenPage page = WrittenPage.Of(Placed(new Subject("school", "1", "样例小学"), new Subject("class", "1/302", "样例小学 302")));
        Assert.Equal(new Subject("class", "1/302", "样例小学 302"), page.Subjects().First());
        Assert.Equal(["/302", " 302"], page.Header("findings").GetProperty("rowParts").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public void Rows_of_persons_are_never_listed_even_where_the_assessment_lists_them()
    {
        TableSchema pupil = new("pupil", "class", "pupils", ImmutableSortedDictionary.Create<string, FieldSchema>(StringComparer.Ordinal)) { Personal = true };
        Assessment listed = SampleAssessment.Full with
        {
            IncludesPersonal = true,
            Schema = SampleAssessment.Full.Schema with { Tables = SampleAssessment.Full.Schema.Tables.Add("pupil", pupil) },
            Findings = [Example() with { Subject = new Subject("pupil", "1/302/7", "secret-name"), Message = LocalText.Same("secret-message") }, Example()],
        };
        WrittenPage page = WrittenPage.Of(listed);
        Assert.Single(page.Column("findings", "verdict"));
        Assert.Equal(Example().Message, Assert.Single(page.Sentences()));
        Assert.True(page.Header("head").GetProperty("listing").GetProperty("persons").GetBoolean());
        Assert.DoesNotContain("secret", page.Header("findings").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_of_persons_are_those_that_may_be_shown()
    {
        JsonElement rules = WrittenPage.Of(SampleAssessment.Full with { IncludesPersonal = true }).Header("head").GetProperty("rules");
        JsonElement sleep = rules.EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "cn/sleep");
        Assert.Equal("[\"<3\",0,\">=39\",\">=8\",0]", sleep.GetProperty("counts").GetRawText());
    }

    [Fact]
    public void Of_too_many_findings_the_gravest_are_listed_and_the_others_are_counted()
    {
        Assessment many = SampleAssessment.Full;
        WrittenPage page = WrittenPage.Of(many, new ReportOptions { ListedFindings = 2 });
        JsonElement heads = page.Header("findings").GetProperty("heads");
        Assert.Equal(["cn/homework.written", "cn/lights-out"], page.Column("findings", "rule").Select(r => heads[r].GetProperty("rule").GetString()));
        Assert.Equal(many.Findings.Count - 2, page.Header("head").GetProperty("listing").GetProperty("cut").GetInt64());
        Assert.Contains((many.Findings.Count - 2).ToString(CultureInfo.InvariantCulture), page.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_overview_schools_are_counted_from_the_findings_and_the_page_says_so()
    {
        WrittenPage page = WrittenPage.Of(Placed(new Subject("school", "1", "样例小学"), new Subject("class", "1/302", null)));
        Assert.True(page.Header("schools").GetProperty("derived").GetBoolean());
        Assert.Equal([1], page.Column("schools", "NonCompliant"));
        Assert.Equal([1 + (int)Severity.Violation], page.Column("schools", "gravest"));
        Assert.Equal(["370000", "370300", "370322", "CN"], page.Header("schools").GetProperty("regions").EnumerateArray().Select(r => r[0].GetString()));
    }

    [Fact]
    public void With_an_overview_the_numbers_of_schools_are_its_own()
    {
        AssessmentOverview overview = new()
        {
            Areas = [new AreaOverview("area", new LocalText("领域", "area"))],
            Regions = [new RegionOverview(County, "样例县", null)],
            Schools = [new SchoolOverview(new Subject("school", "7", "七校"), County, [new AreaVerdicts(new VerdictCounts(5, 0, 2, 1, 3), null)])],
            Measures = [new MeasureOverview("cn/homework.written", "cn", new LocalText("时长", "time"), FieldType.Number, "min/d") { Bins = [new MeasureBin(0, 10, 4, 1, 0)], Limits = [new MeasureLimit(8, true, 5)], Unknown = 2, Rows = 7 }],
        };
        WrittenPage page = WrittenPage.Of(SampleAssessment.Full with { Overview = overview });
        Assert.Equal((5, 2, 3), (page.Column("schools", "Compliant")[0], page.Column("schools", "Undetermined")[0], page.Column("schools", "Waived")[0]));
        Assert.Equal("[[0,10,4,1,0]]", page.Header("schools").GetProperty("measures")[0].GetProperty("bins").GetRawText());
        Assert.Equal("[1,0,0,1,0]", page.Header("head").GetProperty("schools").GetRawText());
    }

    [Fact]
    public void What_would_put_a_finding_right_is_told_with_its_changes()
    {
        FactChange change = new(new Subject("class", "1/302", null), new FieldSchema("written", FieldType.Number) { Title = new LocalText("时长", "time") }, new FindingValue(FieldType.Number, "61"), new FindingValue(FieldType.Number, "60"), "min/d", 1);
        Finding finding = Example() with { Correction = new Correction(CorrectionKind.Cheapest, new LocalText("减少 1 分钟", "1 minute less")) { Changes = [change] } };
        WrittenPage page = WrittenPage.Of(SampleAssessment.Full with { Findings = [finding] });
        Assert.Equal([1], page.Column("findings", "correction"));
        Assert.Equal([(int)CorrectionKind.Cheapest], page.Column("findings", "correctionKind"));
        JsonElement values = page.Header("findings").GetProperty("values");
        Assert.Equal("61", values[page.Column("findings", "changeFrom")[0]].GetString());
        Assert.Equal("60", values[page.Column("findings", "changeTo")[0]].GetString());
    }

    [Fact]
    public void The_page_begins_in_the_language_asked_for_and_carries_both()
    {
        WrittenPage english = WrittenPage.Of(SampleAssessment.Full, new ReportOptions { Language = TextLanguage.English });
        Assert.Contains("<html lang=\"en\">", english.Text, StringComparison.Ordinal);
        Assert.Equal("en", english.Header("head").GetProperty("language").GetString());
        Assert.Contains("<html lang=\"zh-CN\">", WrittenPage.Of(SampleAssessment.Full).Text, StringComparison.Ordinal);
        Assert.All(english.Header("head").GetProperty("texts").EnumerateObject(), text => Assert.Equal(2, text.Value.EnumerateArray().Count(t => t.GetString()?.Length > 0)));
    }

    [Fact]
    public void The_same_assessment_gives_the_same_bytes() => Assert.Equal(WrittenPage.Of(SampleAssessment.Full).Text, WrittenPage.Of(SampleAssessment.Full).Text);

    [Fact]
    public void An_assessment_of_nothing_is_a_page_too() => Assert.Equal(0, WrittenPage.Of(SampleAssessment.Empty).Header("findings").GetProperty("count").GetInt32());

    [Fact]
    public void A_finding_names_why_facts_are_missing()
    {
        Finding open = Example() with { Verdict = Verdict.Undetermined, Missing = [new MissingFact("school.boarding", UnknownReason.Absent)] };
        JsonElement missing = WrittenPage.Of(SampleAssessment.Full with { Findings = [open] }).Header("findings").GetProperty("details")[0];
        Assert.Equal("school.boarding", missing.GetProperty("facts")[0][0].GetString());
        Assert.Equal((int)UnknownReason.Absent, missing.GetProperty("facts")[0][2].GetInt32());
    }

    private static Finding Example() => SampleAssessment.Full.Findings[0];

    private static Assessment Placed(Subject school, Subject row) =>
        SampleAssessment.Full with { Findings = [Example() with { Subject = row, Place = new FindingPlace(school, County, "样例县") }] };
}
