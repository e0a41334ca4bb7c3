using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class MarkdownReportWriterTests
{
    private static readonly ReportOptions Chinese = new();
    private static readonly ReportOptions English = new() { Language = TextLanguage.English };

    [Fact]
    public void A_hostile_report_in_Chinese_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.hostile.zh.approved.md", Text(Chinese, HostileRun.Assessment));

    [Fact]
    public void A_hostile_report_in_English_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.hostile.en.approved.md", Text(English, HostileRun.Assessment));

    [Fact]
    public void A_report_with_one_of_everything_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.approved.md", Text(English, SampleAssessment.Full));

    [Fact]
    public void An_empty_report_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report-empty.approved.md", Text(English, SampleAssessment.Empty));

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;")]
    [InlineData("| a | b |", "\\| a \\| b \\|")]
    [InlineData("`a` *b* _c_ ~d~ #e", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\#e")]
    [InlineData("[a](b) ![c](d)", "\\[a\\](b) \\!\\[c\\](d)")]
    [InlineData("a\nb\r\nc", "a b  c")]
    [InlineData("# head", "\\# head")]
    [InlineData("- item", "\\- item")]
    [InlineData("+ item", "\\+ item")]
    [InlineData("12. item", "12\\. item")]
    [InlineData("12.5 m", "12.5 m")]
    [InlineData("    code", "code")]
    [InlineData("a & b &lt;", "a &amp; b &amp;lt;")]
    [InlineData("\\", "\\\\")]
    [InlineData("http://a www.b", "http\\://a www\\.b")]
    [InlineData("@org a@b", "@\u2060org a@\u2060b")]
    [InlineData("$x$", "\\$x\\$")]
    [InlineData("\u001b[31m\u202e", "\uFFFD\\[31m\uFFFD")]
    [InlineData("一、二", "一、二")]
    [InlineData(null, "")]
    public void A_text_is_shown_as_it_is(string? text, string shown) => Assert.Equal(shown, MarkdownText.Of(text));

    [Theory]
    [InlineData("cn/homework.written-home", "`cn/homework.written-home`")]
    [InlineData("a`b", "a\\`b")]
    [InlineData("", "")]
    public void A_name_is_code_where_nothing_in_it_ends_code(string name, string shown) => Assert.Equal(shown, MarkdownText.Code(name));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public void A_list_that_is_cut_says_how_many_more_there_are(int most)
    {
        string text = Text(English with { MostListed = most }, HostileRun.Assessment);
        Assert.Equal(most, Count(text, "class size: 59 pupils"));
        Assert.Contains($"=Class \\| size `h/size`: {10 - most} more not listed", text.Replace("\\=", "=", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_is_whole_says_nothing_of_more() => Assert.DoesNotContain("more not listed", Text(English with { MostListed = 10 }, HostileRun.Assessment), StringComparison.Ordinal);

    [Fact]
    public void Data_without_rows_says_so() => Assert.Contains("- **数据**：没有数据行\n", Text(Chinese, SampleAssessment.Empty), StringComparison.Ordinal);

    [Fact]
    public void Rules_stand_with_the_title_of_their_area()
    {
        Assessment assessment = SampleAssessment.Full with { Areas = SampleAssessment.Full.Areas.SetItem("area", new LocalText("作业", "Homework")) };
        Assert.Contains("| Written homework `cn/homework.written` | Homework | violation |", Text(English, assessment), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_never_shorter_than_nothing() => Assert.Equal(0, new ReportOptions { MostListed = -1 }.MostListed);

    [Fact]
    public void Persons_are_counted_and_never_listed_even_where_the_assessment_lists_them()
    {
        foreach (ReportOptions options in (ReportOptions[])[Chinese, English])
        {
            string text = Text(options, HostileRun.WithPersons);
            Assert.All(HostileRun.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.Contains("&lt;3 |", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_heading_over_persons_alone_says_where_they_are_counted()
    {
        Assessment all = HostileRun.WithPersons;
        string text = Text(English, all with { Rules = [.. all.Rules.Where(r => r.Rule == "h/bed")], Findings = [.. all.Findings.Where(f => f.Rule == "h/bed")] });
        Assert.Contains("## Violations (&lt;3)\n\nPersons alone, counted below.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_holds_markup_of_the_data()
    {
        string text = Text(English, HostileRun.Whole);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", text.Replace("\\](", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_assessment_gives_the_same_text() => Assert.Equal(Text(Chinese, HostileRun.Whole), Text(Chinese, HostileRun.Whole));

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Text(ReportOptions options, Assessment assessment) => Encoding.UTF8.GetString(Written.By(new MarkdownReportWriter(options), assessment));
}
