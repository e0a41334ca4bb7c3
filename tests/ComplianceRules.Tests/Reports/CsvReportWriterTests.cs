using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Reports;

public sealed class CsvReportWriterTests
{
    private static readonly CsvReportWriter Chinese = new(new ReportOptions());
    private static readonly CsvReportWriter English = new(new ReportOptions { Language = TextLanguage.English });

    [Fact]
    public void Hostile_findings_in_Chinese_are_the_approved_ones() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.hostile.zh.approved.csv", Written.By(Chinese, HostileRun.Assessment));

    [Fact]
    public void Hostile_findings_in_English_are_the_approved_ones() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.hostile.en.approved.csv", Written.By(English, HostileRun.Assessment));

    [Fact]
    public void A_report_with_one_of_everything_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/report.approved.csv", Written.By(Chinese, SampleAssessment.Full));

    [Fact]
    public void Chinese_begins_with_a_byte_order_mark_and_English_does_not()
    {
        Assert.StartsWith("\uFEFF规则,", Text(Chinese, SampleAssessment.Empty), StringComparison.Ordinal);
        Assert.StartsWith("Rule,", Text(English, SampleAssessment.Empty), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_line_ends_with_a_carriage_return_and_a_line_feed()
    {
        string[] lines = Text(English, SampleAssessment.Full).Split("\r\n");
        Assert.Equal(1 + SampleAssessment.Full.Findings.Count + SampleAssessment.Full.PersonalCounts.Length + 1, lines.Length);
        Assert.Empty(lines[^1]);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
    }

    [Fact]
    public void Nothing_found_is_a_head_alone() => Assert.Single(Text(English, SampleAssessment.Empty).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Persons_are_counted_and_never_listed_even_where_the_assessment_lists_them(string language)
    {
        Assert.Contains(HostileRun.WithPersons.Findings, f => f.Subject?.Table == "pupil");
        CsvReportWriter writer = language == "zh" ? Chinese : English;
        string text = Text(writer, HostileRun.WithPersons);
        Assert.All(HostileRun.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains(language == "zh" ? "个人计数" : "persons, counted", text, StringComparison.Ordinal);
        Assert.Contains(",<3,", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_assessment_gives_the_same_bytes() => Assert.Equal(Written.By(Chinese, HostileRun.Whole), Written.By(Chinese, HostileRun.Whole));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86", "'+86")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠1", "'＠1")]
    [InlineData("−1", "'−1")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\uFEFF=1", "'\uFEFF=1")]
    [InlineData("\u3000＝1", "'\u3000＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("''-1", "'''-1")]
    [InlineData("'s-Hertogenbosch", "'s-Hertogenbosch")]
    [InlineData("班额 = 45", "班额 = 45")]
    [InlineData("45", "45")]
    [InlineData("", "")]
    [InlineData("   ", "   ")]
    public void A_text_that_would_be_reckoned_gets_an_apostrophe_and_no_other_does(string text, string safe) => Assert.Equal(safe, CsvCell.Safe(text));

    [Theory]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("''  +x")]
    [InlineData(" -")]
    public void Taking_one_apostrophe_away_gives_the_text_again(string text) => Assert.Equal(text, CsvCell.Safe(text)[1..]);

    [Theory]
    [InlineData("-14", "-14")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1E+30", "1E+30")]
    [InlineData("=1", "'=1")]
    [InlineData("-1|cmd", "'-1|cmd")]
    public void A_number_stays_a_number_and_what_only_says_that_it_is_one_does_not(string value, string shown) => Assert.Equal(shown, Cell(ReportCell.Of(new FindingValue(FieldType.Number, value), "yes", "no")));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("=a,b", "\"'=a,b\"")]
    public void Commas_quotes_and_line_ends_are_quoted(string text, string shown) => Assert.Equal(shown, Cell(ReportCell.Of(text)));

    private static string Cell(ReportCell cell)
    {
        using StringWriter output = new();
        CsvCell.Write(output, cell);
        return output.ToString();
    }

    private static string Text(CsvReportWriter writer, Assessment assessment) => Encoding.UTF8.GetString(Written.By(writer, assessment));
}
