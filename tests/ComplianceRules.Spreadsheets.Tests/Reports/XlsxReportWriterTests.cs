using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Reading;
using ComplianceRules.Spreadsheets.Tests.Workbooks;
using ComplianceRules.Tests.Golden;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Spreadsheets.Tests.Reports;

public sealed class XlsxReportWriterTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly ReportOptions Chinese = new();
    private static readonly ReportOptions English = new() { Language = TextLanguage.English };

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Every_sheet_of_a_hostile_report_is_the_approved_one(string language)
    {
        ReadWorkbook workbook = new(Written.By(new XlsxReportWriter(language == "zh" ? Chinese : English), HostileRun.Assessment));
        ApprovedFile.Match($"tests/ComplianceRules.Spreadsheets.Tests/Golden/report.hostile.{language}.approved.txt", Text(workbook));
    }

    [Fact]
    public void Every_sheet_of_a_report_with_one_of_everything_is_the_approved_one() =>
        ApprovedFile.Match("tests/ComplianceRules.Spreadsheets.Tests/Golden/report.approved.txt", Text(new ReadWorkbook(Written.By(new XlsxReportWriter(English), SampleAssessment.Full))));

    [Fact]
    public void An_empty_report_has_heads_and_no_sheets_for_what_is_not_there() =>
        Assert.Equal(["Summary", "By rule", "By area", "Findings"], new ReadWorkbook(Written.By(new XlsxReportWriter(English), SampleAssessment.Empty)).Names);

    [Fact]
    public void Numbers_days_times_and_texts_keep_their_kinds()
    {
        object?[][] rows = new ReadWorkbook(Written.By(new XlsxReportWriter(English), HostileRun.Assessment)).Rows("Findings");
        object?[] size = rows.First(r => "h/size".Equals(r[0]));
        object?[] starts = rows.First(r => "h/starts".Equals(r[0]));
        int At(string title) => Array.IndexOf(rows[0], title);
        Assert.Equal((59.0, 45.0, -14.0), (size[At("Observed")], size[At("Limit")], size[At("Margin")]));
        Assert.Equal((new DateTime(2020, 9, 1), new DateTime(2026, 9, 1)), (size[At("Since")], size[At("As of")]));
        Assert.Equal(480, Assert.IsType<TimeSpan>(starts[At("Observed")]).TotalMinutes, tolerance: 1e-6);
        Assert.Equal(-20.0, starts[At("Margin")]);
        Assert.Equal(("=Class | size", "=cmd|' /C calc'!A0", "0"), (size[At("Title")], size[At("School")], size[At("School id")]));
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        byte[] bytes = Written.By(new XlsxReportWriter(Chinese), HostileRun.Whole);
        using ZipArchive archive = new(new MemoryStream(bytes));
        ReadWorkbook workbook = new(bytes);
        Assert.All(archive.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)), e => Assert.Empty(workbook.Part(e.FullName).Descendants(Main + "f")));
    }

    [Fact]
    public void Heads_filter_stay_in_sight_and_are_printed_on_every_page()
    {
        ReadWorkbook workbook = new(Written.By(new XlsxReportWriter(English), HostileRun.Assessment));
        // The findings are written first and stand behind the summary.
        XDocument findings = workbook.Part("xl/worksheets/sheet1.xml");
        int rows = findings.Descendants(Main + "row").Count();
        Assert.Equal($"A1:AM{rows.ToString(CultureInfo.InvariantCulture)}", findings.Descendants(Main + "autoFilter").Single().Attribute("ref")!.Value);
        Assert.Equal("1", findings.Descendants(Main + "pane").Single().Attribute("ySplit")!.Value);
        XDocument book = workbook.Part("xl/workbook.xml");
        Assert.Equal(["Summary", "By rule", "By area", "By region", "By school", "Findings", "Laws", "Persons", "Waivers", "Data problems"], book.Descendants(Main + "sheet").Select(s => s.Attribute("name")!.Value));
        Assert.Contains("'Findings'!$1:$1", book.Descendants(Main + "definedName").Select(n => n.Value));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(11)]
    public void Findings_that_a_sheet_cannot_hold_go_on_in_the_next(int most)
    {
        ReadWorkbook whole = new(Written.By(new XlsxReportWriter(English), HostileRun.Assessment));
        ReadWorkbook cut = new(Written.By(new XlsxReportWriter(English) { MostRows = most }, HostileRun.Assessment));
        string[] sheets = [.. cut.Names.Where(n => n.StartsWith("Findings", StringComparison.Ordinal))];
        Assert.Equal("Findings 2", sheets[1]);
        Assert.All(sheets, s => Assert.InRange(cut.Rows(s).Length, 2, most));
        Assert.All(sheets, s => Assert.Equal(whole.Rows("Findings")[0], cut.Rows(s)[0]));
        Assert.Equal(whole.Rows("Findings").Skip(1), sheets.SelectMany(s => cut.Rows(s).Skip(1)));
    }

    [Theory]
    [InlineData(TextLanguage.Chinese)]
    [InlineData(TextLanguage.English)]
    public void Persons_are_counted_and_never_listed_even_where_the_assessment_lists_them(TextLanguage language)
    {
        string text = Text(new ReadWorkbook(Written.By(new XlsxReportWriter(new ReportOptions { Language = language }), HostileRun.WithPersons)));
        Assert.All(HostileRun.Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Contains("<3", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_assessment_gives_the_same_bytes() =>
        Assert.Equal(Written.By(new XlsxReportWriter(Chinese), HostileRun.Whole), Written.By(new XlsxReportWriter(Chinese), HostileRun.Whole));

    [Fact]
    public void The_reader_of_this_project_reads_what_another_reads()
    {
        byte[] bytes = Written.By(new XlsxReportWriter(English), HostileRun.Assessment);
        Workbook workbook = new(new DataFile("report.xlsx", () => new MemoryStream(bytes)), CancellationToken.None);
        object?[][] others = new ReadWorkbook(bytes).Rows("Findings");
        using XlsxRows rows = new(workbook, workbook.Sheets.Single(s => s.Name == "Findings"), isProbe: false);
        int message = Array.IndexOf(others[0], "Message");
        for (int row = 0; row < others.Length; row++)
        {
            Assert.True(rows.Next());
            Assert.Equal(others[row][0], rows[0].Text);
            Assert.Equal(others[row][message], rows[message].Text);
        }

        Assert.False(rows.Next());
    }

    private static string Text(ReadWorkbook workbook)
    {
        StringBuilder text = new();
        foreach (string name in workbook.Names)
        {
            text.Append(CultureInfo.InvariantCulture, $"== {name}\n");
            foreach (object?[] row in workbook.Rows(name)) text.Append(string.Join(" ¦ ", row.Select(Shown)).TrimEnd(' ', '¦')).Append('\n');
        }

        return text.ToString();
    }

    private static string Shown(object? value) => value switch
    {
        null => string.Empty,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => $"{((int)time.TotalHours).ToString("00", CultureInfo.InvariantCulture)}:{time.Minutes.ToString("00", CultureInfo.InvariantCulture)}",
        _ => value.ToString()!.Replace("\n", "\\n", StringComparison.Ordinal),
    };
}
