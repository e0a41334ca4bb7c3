using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;
using CsvHelper;

namespace ComplianceRules.Spreadsheets.Tests.Reports;

/// <summary>What a reader that is not ours makes of a report in CSV.</summary>
public sealed class CsvReportReadBackTests
{
    [Theory]
    [InlineData(TextLanguage.Chinese)]
    [InlineData(TextLanguage.English)]
    public void Another_reader_gets_every_cell_of_every_finding(TextLanguage language)
    {
        Assessment assessment = HostileRun.Whole;
        AssessmentWords words = new(assessment, language);
        string[][] read = Read(assessment, language);
        Finding[] findings = [.. assessment.Findings];
        Assert.Equal(ReportColumns.All.Select(c => c.Title(words)), read[0]);
        Assert.Equal(1 + findings.Length + assessment.PersonalCounts.Length, read.Length);
        for (int row = 0; row < findings.Length; row++)
            Assert.Equal(ReportColumns.All.Select(c => Shown(c.Of(findings[row], words))), read[row + 1]);
    }

    [Fact]
    public void A_margin_is_read_as_the_negative_number_that_it_is()
    {
        string[][] read = Read(HostileRun.Assessment, TextLanguage.English);
        int margin = Array.IndexOf(read[0], "Margin");
        int rule = Array.IndexOf(read[0], "Rule");
        Assert.Equal(-14m, decimal.Parse(read.First(r => r[rule] == "h/size")[margin], CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_name_comes_back_whole()
    {
        string[][] read = Read(HostileRun.Assessment, TextLanguage.English);
        int school = Array.IndexOf(read[0], "School");
        HashSet<string> names = [.. read.Skip(1).Select(r => r[school])];
        Assert.All(HostileRun.Names, name => Assert.Contains(CsvCell.Safe(HarmlessText.Of(name)), names));
    }

    private static string Shown(ReportCell cell) => cell.Kind == ReportCellKind.Text ? CsvCell.Safe(cell.Text) : cell.Text;

    private static string[][] Read(Assessment assessment, TextLanguage language)
    {
        byte[] bytes = Written.By(new CsvReportWriter(new ReportOptions { Language = language }), assessment);
        CsvReaderOptions options = new() { Separator = ',', HasHeader = false, SkipEmptyLines = false, TrimWhitespace = false, FieldCountMismatch = CsvFieldCountHandling.Allow };
        using CsvReader reader = CsvReader.Create(new MemoryStream(bytes), options, false);
        List<string[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Encoding.UTF8.GetString(reader.GetSpan(column)))]);
        return [.. rows];
    }
}
