using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplianceRules.External.Tests.RealData;
using CsvHelper;

namespace ComplianceRules.External.Tests.Spreadsheets;

/// <summary>Reports of rows and columns, read by programs that are not ours, say what the report for programs says.</summary>
public sealed class ReportReadBackTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("reports");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_county_in_CSV_is_the_county_in_JSON() => AssertSame(await Json(County()), Rows(await Write(County(), "csv")));

    [Fact]
    public async Task New_York_in_CSV_is_New_York_in_JSON() => AssertSame(await Json(NewYork()), Rows(await Write(NewYork(), "csv")));

    [Fact]
    [Trait("Needs", "LibreOffice")]
    public async Task The_county_as_LibreOffice_opens_it_is_the_county_in_JSON() => AssertSame(await Json(County()), await Findings(await Write(County(), "xlsx")));

    [Fact]
    [Trait("Needs", "LibreOffice")]
    public async Task New_York_as_LibreOffice_opens_it_is_New_York_in_JSON() => AssertSame(await Json(NewYork()), await Findings(await Write(NewYork(), "xlsx")));

    [Fact]
    [Trait("Needs", "LibreOffice")]
    public async Task LibreOffice_opens_every_sheet_and_finds_no_fault()
    {
        Dictionary<string, string> sheets = await LibreOffice.Sheets(await Write(County(), "xlsx"), _folder.CreateSubdirectory("all").FullName);
        Assert.Equal(["By area", "By region", "By rule", "By school", "Findings", "Laws", "Summary"], sheets.Keys.Order(StringComparer.Ordinal));
        Assert.All(sheets.Values, file => Assert.DoesNotContain("Err:", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static string[] County() => ["samples/county/csv", "--packs", "rulepacks"];

    private static string[] NewYork() => [NewYorkData.File, "--map", "samples/nyc/mapping.json", "--packs", "rulepacks", "--as-of", "2024-10-01", "--skip-malformed"];

    private async Task<string> Write(string[] data, string format)
    {
        string file = Path.Combine(_folder.FullName, $"report.{format}");
        ExternalProcess run = await Tool.Run(["evaluate", .. data, "--lang", "en", "--format", format, "--out", file]);
        Assert.True(run.ExitCode == 1, run.Error);
        return file;
    }

    private async Task<JsonElement[]> Json(string[] data)
    {
        using JsonDocument report = JsonDocument.Parse(await File.ReadAllBytesAsync(await Write(data, "json")));
        return [.. report.RootElement.Clone().GetProperty("findings").EnumerateArray()];
    }

    private async Task<string[][]> Findings(string workbook) => Rows((await LibreOffice.Sheets(workbook, _folder.CreateSubdirectory("sheets").FullName))["Findings"]);

    private static string[][] Rows(string file)
    {
        CsvReaderOptions options = new() { Separator = ',', HasHeader = false, SkipEmptyLines = false, TrimWhitespace = false, FieldCountMismatch = CsvFieldCountHandling.Allow };
        using CsvReader reader = CsvReader.Create(File.OpenRead(file), options, false);
        List<string[]> rows = [];
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => Encoding.UTF8.GetString(reader.GetSpan(column)))]);
        return [.. rows];
    }

    private static void AssertSame(JsonElement[] findings, string[][] rows)
    {
        int At(string title) => Array.IndexOf(rows[0], title);
        (int rule, int subject, int margin, int message) = (At("Rule"), At("Subject id"), At("Margin"), At("Message"));
        Assert.NotEmpty(findings);
        Assert.Equal(findings.Length, rows.Length - 1);
        for (int i = 0; i < findings.Length; i++)
        {
            JsonElement finding = findings[i];
            string[] row = rows[i + 1];
            Assert.Equal(finding.GetProperty("rule").GetString(), row[rule]);
            Assert.Equal(finding.GetProperty("message").GetProperty("en").GetString(), row[message]);
            Assert.Equal(finding.GetProperty("subject") is { ValueKind: JsonValueKind.Object } known ? known.GetProperty("id").GetString() : string.Empty, row[subject]);
            if (finding.GetProperty("margin") is { ValueKind: JsonValueKind.Number } room) Assert.Equal(room.GetDouble(), double.Parse(row[margin], CultureInfo.InvariantCulture), tolerance: 1e-9);
            else Assert.Empty(row[margin]);
        }
    }
}
