using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Tests.Workbooks;

public sealed class WorkbookWriterTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "=1+1", "=1+1" },
        { "+86", "+86" },
        { "@SUM(A1)", "@SUM(A1)" },
        { "  班额  ", "  班额  " },
        { "a\nb\tc", "a\nb\tc" },
        { "a\rb", "a\rb" },
        { "\u0001\u001F", "\u0001\u001F" },
        { "_x0041_", "_x0041_" },
        { "_x00", "_x00" },
        { "𠀀😀", "𠀀😀" },
        { "a\uD800b", "a\uFFFDb" },
        { "\uFFFE\uFFFF", "\uFFFD\uFFFD" },
        { "<a&b>\"'", "<a&b>\"'" },
        { "6-3", "6-3" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_stays_what_it_is(string text, string read) => Assert.Equal(read, Assert.Single(Row(SheetCell.Text(text))));

    [Theory]
    [InlineData(0)]
    [InlineData(-12.5)]
    [InlineData(0.1)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    public void A_number_stays_what_it_is(double number) => Assert.Equal(number, Convert.ToDouble(Assert.Single(Row(SheetCell.Number(number)))));

    [Fact]
    public void Days_and_truths_come_back_as_such()
    {
        object?[] row = Row(SheetCell.Date(new DateOnly(2026, 9, 1)), SheetCell.Bool(true), SheetCell.Bool(false));
        Assert.Equal([new DateTime(2026, 9, 1), true, false], row);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(1439)]
    [InlineData(1440)]
    [InlineData(1470)]
    public void A_time_comes_back_as_a_span_that_is_the_minute_but_for_rounding(int minutes)
    {
        TimeSpan read = Assert.IsType<TimeSpan>(Assert.Single(Row(SheetCell.Time(minutes))));
        Assert.Equal(minutes, read.TotalMinutes, tolerance: 1e-6);
    }

    [Fact]
    public void A_day_that_spreadsheets_count_wrongly_is_a_text()
    {
        Assert.Equal("1900-02-28", Assert.Single(Row(SheetCell.Date(new DateOnly(1900, 2, 28)))));
        Assert.Equal(new DateTime(1900, 3, 1), Assert.Single(Row(SheetCell.Date(new DateOnly(1900, 3, 1)))));
    }

    [Fact]
    public void A_text_longer_than_a_cell_is_cut_and_says_so()
    {
        Assert.Equal(new string('班', 32_767), Assert.Single(Row(SheetCell.Text(new string('班', 32_767)))));
        Assert.Equal(new string('班', 32_766) + "…", Assert.Single(Row(SheetCell.Text(new string('班', 32_768)))));
        Assert.Equal(new string('班', 32_765) + "…", Assert.Single(Row(SheetCell.Text(new string('班', 32_765) + "😀😀"))));
    }

    [Fact]
    public void Cells_keep_their_places_beside_empty_ones() =>
        Assert.Equal([null, "a", null, "b"], Row(SheetCell.Empty(), SheetCell.Text("a"), SheetCell.Empty(CellLook.Problem), SheetCell.Text("b")));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_no_cell_can_hold_is_refused(double number) => Assert.Throws<ArgumentException>(() => SheetCell.Number(number));

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("History")]
    [InlineData("ONE")]
    [InlineData("a sheet name of thirty-two letters")]
    public void An_impossible_or_taken_sheet_name_is_refused(string name)
    {
        using WorkbookWriter workbook = new(new MemoryStream());
        workbook.Add(new SheetSetup("one"));
        Assert.Throws<ArgumentException>(() => workbook.Add(new SheetSetup(name)));
    }

    [Fact]
    public void A_full_sheet_says_so_and_takes_no_more()
    {
        using WorkbookWriter workbook = new(Stream.Null);
        SheetWriter sheet = workbook.Add(new SheetSetup("one"));
        for (int row = 1; row < CellPlace.MostRows; row++) sheet.Row([]);
        Assert.False(sheet.IsFull);
        sheet.Row([]);
        Assert.True(sheet.IsFull);
        Assert.Throws<InvalidOperationException>(() => sheet.Row([]));
    }

    [Fact]
    public void Sheets_keep_their_order_and_hidden_ones_are_there() => Assert.Equal(["一", "二"], new ReadWorkbook(Workbook(w =>
    {
        w.Add(new SheetSetup("一")).Row([SheetCell.Text("a")]);
        w.Add(new SheetSetup("二") { IsHidden = true }).Row([SheetCell.Text("b")]);
    })).Names);

    [Fact]
    public void The_same_sheets_give_the_same_bytes()
    {
        static void Write(WorkbookWriter w) => w.Add(new SheetSetup("one")).Row([SheetCell.Text("a"), SheetCell.Number(1)]);
        Assert.Equal(Workbook(Write), Workbook(Write));
    }

    [Theory]
    [InlineData(1, 1, "A1")]
    [InlineData(26, 2, "Z2")]
    [InlineData(27, 3, "AA3")]
    [InlineData(702, 4, "ZZ4")]
    [InlineData(16_384, 1_048_576, "XFD1048576")]
    public void Places_are_named_as_spreadsheets_name_them(int column, int row, string name) => Assert.Equal(name, CellPlace.Of(column, row));

    private static object?[] Row(params SheetCell[] cells) =>
        Assert.Single(new ReadWorkbook(Workbook(w => w.Add(new SheetSetup("one")).Row(cells))).Rows("one"));

    private static byte[] Workbook(Action<WorkbookWriter> write)
    {
        using MemoryStream output = new();
        using (WorkbookWriter workbook = new(output))
        {
            write(workbook);
            workbook.Finish();
        }

        return output.ToArray();
    }
}
