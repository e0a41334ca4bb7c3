using System.Globalization;
using System.Text;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Cli.Tests.Output;

public sealed class TableReportWriterTests
{
    private static readonly string[] Headings = ["Violations (", "Warnings (", "Advice (", "Goals not reached yet (", "Undetermined: "];

    [Theory]
    [InlineData("en", 80)]
    [InlineData("zh", 80)]
    [InlineData("en", 120)]
    [InlineData("zh", 120)]
    public void A_report_with_one_of_everything_is_the_approved_one(string language, int width)
    {
        string text = Write(SampleAssessment.Full, language, width);
        ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/table.{language}.{width}.approved.txt", text);
        Assert.All(text.Split('\n'), line => Assert.InRange(Page.Columns(line), 0, width));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
    }

    [Theory]
    [InlineData("en", "no rows", "No rule met any row.", "No breaches.")]
    [InlineData("zh", "没有数据行", "没有规则适用。", "没有不合规。")]
    public void A_report_of_nothing_says_so(string language, string noData, string noRule, string noBreach)
    {
        string text = Write(SampleAssessment.Empty, language, 80);
        Assert.Contains(noData, text, StringComparison.Ordinal);
        Assert.Contains(noRule, text, StringComparison.Ordinal);
        Assert.Contains(noBreach, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_stand_with_the_title_of_their_area()
    {
        Assessment assessment = SampleAssessment.Full with { Areas = SampleAssessment.Full.Areas.SetItem("area", new LocalText("作业", "Homework")) };
        Assert.Contains("cn/homework.written · Homework", Write(assessment, "en", 120), StringComparison.Ordinal);
    }

    [Fact]
    public void Twenty_rows_of_a_rule_are_listed_and_the_others_counted()
    {
        string text = Write(Many(25), "en", 80);
        Assert.Equal(20, Rows(text));
        Assert.Contains("... and 5 more; --all lists them all", text, StringComparison.Ordinal);
        Assert.Contains("Violations (25)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Exactly_twenty_rows_are_all_of_them() => Assert.DoesNotContain("more", Write(Many(20), "en", 80), StringComparison.Ordinal);

    [Fact]
    public void On_request_every_row_is_listed() => Assert.Equal(25, Rows(Write(Many(25), "en", 80, listsAll: true)));

    [Fact]
    public void Violations_come_before_warnings_advice_and_goals()
    {
        string text = Write(SampleAssessment.Full, "en", 80);
        int[] places = [.. Headings.Select(h => text.IndexOf(h, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("en", 0, 1)]
    [InlineData("zh", 20, 1)]
    [InlineData("zh", 39, 1)]
    [InlineData("zh", 40, 1)]
    [InlineData("zh", 41, 1)]
    [InlineData("en", 60, 1)]
    [InlineData("zh", 60, 1_000_000_000_000)]
    [InlineData("zh", 80, 1_000_000_000_000)]
    public Task A_narrow_screen_or_a_large_number_leaves_room_for_the_titles(string language, int width, long rows) => Task.Run(() =>
    {
        VerdictCounts counts = new(rows, rows, rows, rows, rows);
        Assessment large = SampleAssessment.Full with { Rules = [.. SampleAssessment.Full.Rules.Select(r => r with { Counts = counts })] };
        string text = Write(large, language, width);
        Assert.All(large.Rules, rule => Assert.Contains(rule.Rule[..Math.Min(10, rule.Rule.Length)], text, StringComparison.Ordinal));
        Assert.Contains(rows.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    });

    [Fact]
    public void Names_are_never_read_as_markup()
    {
        Finding finding = SampleAssessment.Full.Findings[0] with { Subject = new Subject("class", "1/302", "[red]x[/] [") };
        Assert.Contains("[red]x[/] [", Write(SampleAssessment.Full with { Findings = [finding] }, "en", 80), StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_are_shown_only_where_they_can_be()
    {
        Assert.Contains('\u001b', Write(SampleAssessment.Full, "en", 80, colours: true));
        Assert.DoesNotContain('\u001b', Write(SampleAssessment.Full, "en", 80));
    }

    private static Assessment Many(int count)
    {
        Finding one = SampleAssessment.Full.Findings[0];
        return SampleAssessment.Full with
        {
            Findings = [.. Enumerable.Range(0, count).Select(i => one with { Subject = new Subject("class", $"9/{i:D3}", null) })],
        };
    }

    private static int Rows(string text) => text.Split('\n').Count(l => l.TrimStart().StartsWith("class:9/", StringComparison.Ordinal));

    private static string Write(Assessment assessment, string language, int width, bool listsAll = false, bool colours = false)
    {
        using MemoryStream output = new();
        Words words = new(language == "zh" ? TextLanguage.Chinese : TextLanguage.English);
        new TableReportWriter(words, new TableStyle(width, colours, listsAll)).Write(assessment, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
