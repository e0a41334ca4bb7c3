using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using static ComplianceRules.Spreadsheets.Tests.WorkbookParts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class WorkbookTroubleTests : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly string Usual = Rows(["id", "school"], ["1", "S"]);

    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_text_a_zip_and_an_empty_file_that_are_called_workbooks_are_none()
    {
        Assert.Equal(["CR4084 b.xlsx"], Problems(Encoding.UTF8.GetBytes("id,school\n")));
        Assert.Equal(["CR4084 b.xlsx"], Problems([]));
        Assert.Equal(["CR4084 b.xlsx"], Problems(new WorkbookParts().Sheet("class", Usual).Bytes("xl/workbook.xml")));
    }

    [Fact]
    public void Locked_and_old_workbooks_are_told_apart()
    {
        Assert.Equal(["CR4081 b.xlsx"], Problems([.. Compound, .. new byte[1024], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal(["CR4082 b.xlsx"], Problems([.. Compound, .. new byte[1024]]));
    }

    [Fact]
    public void A_workbook_cut_off_anywhere_is_damaged()
    {
        byte[] whole = new WorkbookParts().Sheet("class", Usual).Bytes();

        for (int length = 8; length < whole.Length; length += 97) Assert.Equal(["CR4080 b.xlsx"], Problems(whole[..length]));
    }

    [Fact]
    public void A_byte_changed_anywhere_is_noticed_or_changes_nothing()
    {
        byte[] whole = new WorkbookParts().Sheet("class", Usual).Bytes();
        for (int at = 4; at < whole.Length; at += 7)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            Checked<Snapshot> read = _folder.With("b.xlsx", changed).ReadFile("b.xlsx");
            if (read.IsValid) Assert.Equal("S/1", read.Value.Table("class").Key(0));
            else Assert.NotEmpty(CsvFolder.Places(read.Diagnostics));
        }
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>")]
    [InlineData("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData><row><c t='inlineStr'><is><t>&#0;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("xl/workbook.xml", "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheets><sheet name='class' sheetId='1'/></sheets></workbook>")]
    [InlineData("xl/styles.xml", "<styleSheet")]
    [InlineData("xl/sharedStrings.xml", "no")]
    public void A_part_that_cannot_be_read_damages_the_workbook(string part, string text)
    {
        WorkbookParts parts = new WorkbookParts().Sheet("class", Usual.Replace("<row r='2'>", "<row r='2'><c r='A2' t='s'><v>0</v></c>", StringComparison.Ordinal).Replace("<c r='A2' t='inlineStr'><is><t xml:space='preserve'>1</t></is></c>", "", StringComparison.Ordinal));
        parts.Shared("<t>1</t>").With(part, text);

        Assert.Equal(["CR4080 b.xlsx"], Problems(parts.Bytes()));
    }

    [Fact]
    public void A_missing_sheet_is_damage_and_a_workbook_without_sheets_is_empty()
    {
        Assert.Equal(["CR4080 b.xlsx"], Problems(new WorkbookParts().Sheet("class", Usual).Bytes("xl/worksheets/sheet1.xml")));
        Assert.Equal(["CR4085 b.xlsx"], Problems(new WorkbookParts().Bytes()));
        Assert.Equal(["CR4080 b.xlsx"], Problems(new WorkbookParts().Sheet("class", Usual).Sheet("CLASS", Usual).Bytes()));
    }

    [Fact]
    public void A_bomb_is_stopped_while_it_is_unpacked()
    {
        WorkbookParts bomb = new WorkbookParts().Sheet("class", Usual + new string(' ', 40_000_000));

        Assert.Equal(["CR4083 b.xlsx"], Problems(bomb.Bytes()));
    }

    [Fact]
    public void An_element_within_elements_without_end_is_damage() =>
        Assert.Equal(["CR4080 b.xlsx"], Problems(new WorkbookParts().Sheet("class", string.Concat(Enumerable.Repeat("<a>", 1000)) + string.Concat(Enumerable.Repeat("</a>", 1000))).Bytes()));

    [Fact]
    public void The_last_cell_that_a_sheet_can_have_costs_nothing()
    {
        Checked<Snapshot> read = _folder.With("b.xlsx", new WorkbookParts().Sheet("class", Usual + $"<row r='1048576'>{T("XFD1048576", "x")}</row>").Bytes())
            .ReadFile("b.xlsx", new SnapshotOptions { SkipMalformed = true });

        Assert.Equal(["CR4014 b.xlsx[class!1048576]"], CsvFolder.Places(read.Value.Data.Skipped));
        Assert.Equal(1, read.Value.Table("class").Count);
    }

    [Theory]
    [InlineData("<row r='1048577'/>", "CR4086 b.xlsx[class!2]")]
    [InlineData("<row r='2'/>", "CR4086 b.xlsx[class!2]")]
    [InlineData("<row r='x'/>", "CR4086 b.xlsx[class!2]")]
    [InlineData("<row r='3'><c r='B3'/><c r='A3'/></row>", "CR4086 b.xlsx[class!3]")]
    [InlineData("<row r='3'><c r='A3'/><c r='A3'/></row>", "CR4086 b.xlsx[class!3]")]
    [InlineData("<row r='3'><c r='XFE3'/></row>", "CR4086 b.xlsx[class!3]")]
    [InlineData("<row r='3'><c r='A4'/></row>", "CR4086 b.xlsx[class!3]")]
    [InlineData("<row r='3'><c r='B3' t='s'><v>9</v></c></row>", "CR4087 b.xlsx[class!B3]")]
    public void Cells_that_are_out_of_order_or_speak_of_nothing_refuse_the_sheet(string row, string expected) =>
        Assert.Equal([expected], Problems(new WorkbookParts().Sheet("class", Usual + row).Bytes()));

    [Fact]
    public void Merged_cells_that_overlap_refuse_the_sheet() =>
        Assert.Equal(["CR4086 b.xlsx[class!2]"], Problems(new WorkbookParts().Sheet("class", Usual, Merged("A2:B2", "B2:C3")).Bytes()));

    [Fact]
    public void A_cell_longer_than_a_mebibyte_refuses_its_record()
    {
        string random = string.Concat(Enumerable.Range(0, 1_500_000).Select(i => (char)('a' + ((i * 7919L * (i % 91)) % 26))));
        byte[] bytes = new WorkbookParts().Sheet("school", Rows(["id", "name"], ["1", random], ["2", "x"])).Bytes();

        Snapshot read = _folder.With("b.xlsx", bytes).ReadFile("b.xlsx", new SnapshotOptions { SkipMalformed = true }).Value;
        Assert.Equal(["CR4088 b.xlsx[school!B2]"], CsvFolder.Places(read.Data.Skipped));
        Assert.Equal(1, read.Table("school").Count);
    }

    [Fact]
    public void A_sheet_without_names_is_refused()
    {
        Assert.Equal(["CR4091 b.xlsx[class]"], Problems(new WorkbookParts().Sheet("class", string.Empty).Bytes()));
        Assert.Equal(["CR4091 b.xlsx[class]"], Problems(new WorkbookParts().Sheet("class", "<row r='2'><c r='A2'><v>1</v></c></row>").Bytes()));
    }

    [Fact]
    public void A_table_on_its_side_has_bounds()
    {
        string rows = string.Concat(Enumerable.Range(1, 300).Select(r => $"<row r='{r}'><c r='XFD{r}'><v>1</v></c></row>"));
        _folder.With("b.xlsx", new WorkbookParts().Sheet("s", rows).Bytes());
        SnapshotBuilder builder = new(CsvFolder.Schema, new SnapshotOptions());
        Spreadsheets.Reading.Workbook workbook = new(DataFile.At(Path.Combine(_folder.Path, "b.xlsx"), "b.xlsx"), CancellationToken.None);
        using RecordReader records = XlsxRecordSet.Of(workbook, workbook.Sheets[0]).Open(new SheetShape(1, 1, true), builder);

        Assert.Null(records.ReadHeader());
        Assert.Equal(["CR4092 b.xlsx[s!256]"], CsvFolder.Places(builder.Build().Diagnostics));
    }

    [Fact]
    public void Names_that_lead_out_of_the_archive_lead_nowhere()
    {
        byte[] bytes = new WorkbookParts().Sheet("class", Usual).With("../../outside.xml", "x").Bytes();

        Assert.True(_folder.With("b.xlsx", bytes).ReadFile("b.xlsx").IsValid);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "..", "..", "outside.xml")));
    }

    [Fact]
    public void A_workbook_of_the_strict_kind_is_read()
    {
        const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        WorkbookParts parts = new WorkbookParts().Sheet("class", Usual);
        parts.With("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Main}'><sheetData>{Usual}</sheetData></worksheet>".Replace(Main, Strict, StringComparison.Ordinal));

        Assert.Equal(1, _folder.With("b.xlsx", parts.Bytes()).ReadFile("b.xlsx").Value.Table("class").Count);
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        string rows = string.Concat(Enumerable.Range(3, 5000).Select(r => $"<row r='{r}'/>"));
        _folder.With("class.xlsx", new WorkbookParts().Sheet("class", Usual + rows).Bytes());

        Assert.Throws<OperationCanceledException>(() => new SpreadsheetSnapshotSource(_folder.Path, "data").Read(CsvFolder.Schema, new SnapshotOptions(), new CancellationToken(canceled: true)));
    }

    private string[] Problems(byte[] bytes) => CsvFolder.Places(_folder.With("b.xlsx", bytes).ReadFile("b.xlsx").Diagnostics);
}
