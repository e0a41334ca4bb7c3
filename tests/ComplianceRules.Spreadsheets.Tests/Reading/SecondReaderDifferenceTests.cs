using System.Text;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Reading;
using ExcelDataReader;
using static ComplianceRules.Spreadsheets.Tests.WorkbookParts;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>Where ExcelDataReader 3.6.0 does not say what we must know: the reasons for a reader of our own. When one of these fails with a newer version, ask again.</summary>
public sealed class SecondReaderDifferenceTests
{
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    static SecondReaderDifferenceTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void An_error_cell_is_nothing_to_it_and_an_error_to_us()
    {
        byte[] bytes = One("<c r='A1' t='e'><f>NA()</f><v>#N/A</v></c>");

        Assert.Null(Other(bytes));
        Assert.Equal(new CellContent("#N/A", CellFault.Error), Own(bytes));
    }

    [Fact]
    public void A_formula_without_a_value_is_nothing_to_it_and_a_formula_without_a_value_to_us()
    {
        byte[] bytes = One("<c r='A1'><f>1+1</f></c>");

        Assert.Null(Other(bytes));
        Assert.True(Own(bytes).IsUncalculated);
    }

    [Fact]
    public void A_shared_text_that_is_not_there_is_its_number_to_it_and_damage_to_us()
    {
        byte[] bytes = new WorkbookParts().Shared("<t>a</t>").Sheet("s", "<row r='1'><c r='A1' t='s'><v>9</v></c></row>").Bytes();

        Assert.Equal("9", Convert.ToString(Other(bytes), System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("CR4087", Assert.Throws<WorkbookException>(() => Own(bytes)).Problem.Code.ToString());
    }

    [Fact]
    public void The_day_that_never_was_is_a_day_to_it_and_an_error_to_us()
    {
        byte[] never = One(N("A1", "60", 1));
        byte[] before = One(N("A1", "59", 1));

        Assert.Equal(Other(before), Other(never));
        Assert.Equal(new CellContent("1900-02-28"), Own(before));
        Assert.Equal(new CellContent("60", CellFault.Error), Own(never));
    }

    [Fact]
    public void The_last_cell_of_a_sheet_is_a_million_rows_to_it_and_one_to_us()
    {
        byte[] bytes = new WorkbookParts().Sheet("s", $"<row r='1048576'>{T("XFD1048576", "x")}</row>").Bytes();
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));

        Assert.Equal((1_048_576, 16_384), (reader.RowCount, reader.FieldCount));
        Assert.Equal("s!1048576,16384", Assert.Single(OwnReader.All(bytes), c => !c.Cell.IsEmpty).Place);
    }

    [Fact]
    public void A_workbook_in_the_strict_form_is_empty_to_it_and_read_by_us()
    {
        byte[] bytes = new WorkbookParts().Sheet("s", string.Empty).With("xl/worksheets/sheet1.xml", $"<worksheet xmlns='{Strict}'><sheetData><row r='1'><c r='A1'><v>7</v></c></row></sheetData></worksheet>").Bytes();
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));

        Assert.False(reader.Read());
        Assert.Equal(new CellContent("7"), Own(bytes));
    }

    [Fact]
    public void An_escape_in_small_letters_is_text_to_it_and_an_escape_to_us()
    {
        byte[] bytes = One(T("A1", "a_x000a_b"));

        Assert.Equal("a_x000a_b", Other(bytes));
        Assert.Equal(new CellContent("a\nb"), Own(bytes));
    }

    [Fact]
    public void An_escape_may_begin_in_one_run_and_end_in_the_next_to_it_and_not_to_us()
    {
        byte[] bytes = One("<c r='A1' t='inlineStr'><is><r><t>_x00</t></r><r><t>41_</t></r></is></c>");

        Assert.Equal("A", Other(bytes));
        Assert.Equal(new CellContent("_x0041_"), Own(bytes));
    }

    [Fact]
    public void A_month_without_its_day_is_a_day_to_it_and_a_month_to_us()
    {
        byte[] bytes = new WorkbookParts().Formats("yyyy\"年\"m\"月\"").Sheet("s", $"<row r='1'>{N("A1", "46266", 1)}</row>").Bytes();

        Assert.Equal(new DateTime(2026, 9, 1), Other(bytes));
        Assert.Equal(new CellContent("2026-09"), Own(bytes));
    }

    private static byte[] One(string cell) => new WorkbookParts().Formats("yyyy-m-d").Sheet("s", $"<row r='1'>{cell}</row>").Bytes();

    private static object? Other(byte[] bytes)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        return reader.Read() ? reader.GetValue(0) : null;
    }

    private static CellContent Own(byte[] bytes) => OwnReader.All(bytes).Single().Cell;
}
