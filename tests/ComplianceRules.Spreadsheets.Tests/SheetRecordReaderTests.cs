using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Forms;
using static ComplianceRules.Spreadsheets.Tests.WorkbookParts;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class SheetRecordReaderTests : IDisposable
{
    private readonly CsvFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sheet_is_a_table_and_its_cells_are_read_as_people_see_them()
    {
        Snapshot snapshot = Read(new WorkbookParts().Formats("yyyy\"年\"m\"月\"d\"日\"", "h:mm", "0%")
            .Sheet("class", Rows(["id", "school", "grade", "enrolment", "boarding", "opened", "starts"],
                ["301", "S1", N("C2", "3"), N("D2", "45"), "<c r='E2' t='b'><v>1</v></c>", N("F2", "45901", 1), N("G2", "0.34722222222222221", 2)]))).Value;

        FactTable classes = snapshot.Table("class");
        Assert.Equal("S1/301", classes.Key(0));
        Assert.Equal(45, ((NumberColumn)classes.Column("enrolment")!)[0]);
        Assert.Equal(500, ((TimeColumn)classes.Column("starts")!)[0]);
        Assert.True(((BoolColumn)classes.Column("boarding")!).IsKnown(0) && classes.Column("opened")!.IsKnown(0));
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void Sheets_and_files_of_a_folder_are_read_together()
    {
        _folder.With("school.csv", "id,name\nS1,第一小学\n").With("book.xlsx", new WorkbookParts().Sheet("class", Rows(["id", "school"], ["301", "S1"])).Bytes()).With("~$book.xlsx", "open");

        Assert.Equal((1, 1), (_folder.Read().Value.Table("class").Count, _folder.Read().Value.Table("school").Count));
    }

    [Fact]
    public void What_else_lies_in_a_folder_is_listed_and_a_strict_caller_refuses_it()
    {
        _folder.With("school.csv", "id\nS\n").With("class.ods", "PK").With("snapshot.json", "{}").With(".DS_Store", "").With("~$class.ods", "open").With("Thumbs.db", "");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "2025.csv"));

        DataReport report = _folder.Read().Value.Data;
        Assert.Equal(["CR4111 data/2025.csv", "CR4111 data/class.ods", "CR4111 data/snapshot.json"], CsvFolder.Places(report.Issues).Order(StringComparer.Ordinal));
        Assert.True(report.HasUnknownNames);
    }

    [Fact]
    public void A_mapping_may_lie_beside_its_data()
    {
        _folder.With("a.csv", "k\nS\n").With("mapping.json", "{}");
        Assert.Empty(_folder.Read(mapping: """{ "tables": [ { "table": "school", "id": ["k"] } ] }""").Value.Data.Issues);
    }

    [Fact]
    public void What_the_bytes_say_counts_more_than_the_name()
    {
        byte[] book = new WorkbookParts().Sheet("class", Rows(["id", "school"], ["301", "S1"])).Bytes();

        Assert.Equal(1, _folder.With("data.csv", book).ReadFile("data.csv").Value.Table("class").Count);
        Snapshot stream = new SpreadsheetSnapshotSource(() => new MemoryStream(book), "input").Read(CsvFolder.Schema, new SnapshotOptions(), CancellationToken.None).Value;
        Assert.Equal(1, stream.Table("class").Count);
    }

    [Fact]
    public void A_hidden_sheet_is_left_out_and_listed()
    {
        Snapshot snapshot = Read(new WorkbookParts().Sheet("class", Rows(["id", "school"], ["301", "S1"])).Sheet("school", Rows(["id"], ["S9"]), state: "veryHidden")).Value;

        Assert.Equal(["CR4073 b.xlsx[school]"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal(1, snapshot.Table("school").Count);
    }

    [Fact]
    public void Shared_texts_keep_their_runs_and_not_how_they_are_spoken()
    {
        Snapshot snapshot = Read(new WorkbookParts().Shared("<t>id</t>", "<r><t>第</t></r><r><t xml:space='preserve'>一 </t></r><rPh sb='0' eb='1'><t>di</t></rPh>", "<t>a_x000A_b_x005F_x000A_</t>")
            .Sheet("school", "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><v>name</v></c></row><row><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>")).Value;

        Assert.Equal("第一", snapshot.Table("school").Id(0));
        Assert.Equal("a\nb_x000A_", ((TextColumn)snapshot.Table("school").Column("name")!)[0]);
    }

    [Fact]
    public void An_empty_number_of_a_formula_was_never_worked_out_and_an_empty_text_was()
    {
        WorkbookParts parts = new WorkbookParts().Sheet("class", Rows(["id", "school", "enrolment", "name"],
            ["1", "S", "<c r='C2'><f>1+1</f><v></v></c>", "<c r='D2' t='str'><f>\"\"</f><v></v></c>"]));

        Assert.Equal(["CR4089 b.xlsx[class!C2]"], CsvFolder.Places(Read(parts).Value.Data.Issues));
    }

    [Fact]
    public void Error_cells_lost_digits_and_formulas_without_value_are_unknown_and_listed()
    {
        WorkbookParts parts = new WorkbookParts().Formats("yyyy-m-d").Sheet("class", Rows(["id", "school", "enrolment", "opened"],
            ["1", "S", "<c r='C2' t='e'><f>NA()</f><v>#N/A</v></c>", N("D2", "60", 1)],
            ["2", "S", "<c r='C3'><f>1+1</f></c>", N("D3", "0", 1)],
            ["3", "S", "<c r='C4'><f>1+1</f><v>2</v></c>", N("D4", "59", 1)],
            [N("A5", "3.7032219800101101E+17"), "S"]));

        Snapshot snapshot = Read(parts, skip: true).Value;
        Assert.Equal(["CR4075 b.xlsx[class!A5]"], CsvFolder.Places(snapshot.Data.Skipped));
        Assert.Equal(["CR4064 b.xlsx[class!C2]", "CR4064 b.xlsx[class!D2]", "CR4064 b.xlsx[class!D3]", "CR4089 b.xlsx[class!C3]"], CsvFolder.Places(snapshot.Data.Issues).Order(StringComparer.Ordinal));
        Assert.Equal(2, ((NumberColumn)snapshot.Table("class").Column("enrolment")!)[2]);
    }

    [Fact]
    public void A_merged_cell_speaks_for_all_cells_it_spans_but_a_number_of_a_unit_for_none()
    {
        const string Mapping = """
            { "tables": [ { "table": "class", "file": "*.xlsx", "id": ["班"], "parent": { "table": "school", "key": ["校"] },
              "fields": { "grade": { "column": "年级" } } } ] }
            """;
        string rows = Rows(["校", "班", "年级"], ["S", "1", N("C2", "3")], ["", "2"], ["", "3", N("C4", "4")]);
        Snapshot snapshot = Read(new WorkbookParts().Sheet("x", rows, Merged("C2:C3", "A2:A4")), Mapping).Value;

        Assert.Equal([3d, 3d, 4d], Enumerable.Range(0, 3).Select(r => ((NumberColumn)snapshot.Table("class").Column("grade")!)[r]));
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void A_number_with_a_unit_that_is_merged_over_records_is_unknown_in_each_of_them()
    {
        Snapshot snapshot = Read(new WorkbookParts().Sheet("class", Rows(["id", "school", "homework"], ["1", "S", N("C2", "30")], ["2", "S"]), Merged("C2:C3"))).Value;

        Assert.Equal(["CR4076 b.xlsx[class!C2]", "CR4076 b.xlsx[class!C3]"], CsvFolder.Places(snapshot.Data.Issues));
        Assert.Equal(UnknownReason.WrongType, snapshot.Table("class").Column("homework")!.ReasonAt(1));
    }

    [Fact]
    public void A_sheet_that_the_mapping_wants_must_be_there()
    {
        const string Mapping = """{ "tables": [ { "table": "school", "file": "*.xlsx", "sheet": "学校*", "id": ["id"] } ] }""";

        Assert.Equal("S", Read(new WorkbookParts().Sheet("学校1", Rows(["id"], ["S"])).Sheet("说明", Rows(["x"])), Mapping).Value.Table("school").Id(0));
        Assert.Contains("CR4071 b.xlsx", CsvFolder.Places(Read(new WorkbookParts().Sheet("班级", Rows(["id"], ["S"])), Mapping).Diagnostics));
    }

    [Fact]
    public void A_snapshot_is_described_by_one_record()
    {
        WorkbookParts parts = new WorkbookParts().Sheet("snapshot", Rows(["date", "title"], ["2026-09-01", "t"], ["2026-09-02", "u"])).Sheet("school", Rows(["id"], ["S"]));

        Assert.Equal(["CR4077 b.xlsx[snapshot!3]"], CsvFolder.Places(Read(parts).Diagnostics));
        Assert.Equal("t", Read(parts, skip: true).Value.Title);
    }

    [Fact]
    public void A_number_in_a_cell_merged_over_records_is_a_fault_and_one_merged_over_columns_is_not()
    {
        string rows = Rows(["a", "b", "c"], [N("A2", "30"), N("B2", "7"), ""], ["x", "", ""]);
        using RecordReader records = Open(new WorkbookParts().Sheet("s", rows, Merged("A2:A3", "B2:C2")), null, out _);

        Assert.NotNull(records.ReadHeader());
        Assert.True(records.Next(out _));
        Assert.Equal([CellFault.MergedNumber, CellFault.None, CellFault.None], Enumerable.Range(0, 3).Select(records.FaultOf));
        Assert.Equal("7", records.Chars(2).ToString());
        Assert.True(records.Next(out _));
        Assert.Equal(("30", CellFault.MergedNumber), (records.Chars(0).ToString(), records.FaultOf(0)));
    }

    [Fact]
    public void Names_of_several_rows_are_joined_and_merged_ones_name_all_their_columns()
    {
        string rows = Rows(["标题", "", ""], ["学校\n代码", "人数", ""], ["", "男", "女"], ["S", N("B4", "1"), N("C4", "2")]);
        using RecordReader records = Open(new WorkbookParts().Sheet("s", rows, Merged("A1:C1", "A2:A3", "B2:C2")), new SheetShape(2, 3, false), out _);

        Assert.Equal(["学校代码", "人数/男", "人数/女"], records.ReadHeader()!.Names);
        Assert.True(records.Next(out _));
        Assert.Equal(("2", "b.xlsx[s!C4]"), (records.Chars(2).ToString(), records.SpanOf(2).ToString()));
    }

    [Fact]
    public void A_table_on_its_side_has_a_record_in_each_column()
    {
        string rows = Rows(["标题"], ["校", "S1", "S2"], ["人数", N("B3", "5"), ""]);
        using RecordReader records = Open(new WorkbookParts().Sheet("s", rows, Merged("B3:C3")), new SheetShape(1, 1, true), out _);

        Assert.Equal(["标题", "校", "人数"], records.ReadHeader()!.Names);
        Assert.True(records.Next(out _));
        Assert.Equal(("5", CellFault.MergedNumber, "b.xlsx[s!B3]"), (records.Chars(2).ToString(), records.FaultOf(2), records.SpanOf(2).ToString()));
        Assert.True(records.Next(out _));
        Assert.Equal("S2", records.Chars(1).ToString());
        Assert.False(records.Next(out _));
    }

    [Fact]
    public void A_form_says_itself_which_table_it_is_and_its_marked_rows_are_no_data()
    {
        string mark = FormMark.OfExample(["301", "S1"]);
        WorkbookParts form = new WorkbookParts().Sheet("班级", Rows([FormMark.OfTable("class"), "id", "school"], ["#zh", "编号", "学校"], [mark, "301", "S1"], ["", "302", "S1"]))
            .Sheet("说明", Rows([FormMark.OfNoTable, "读我"]));

        Snapshot snapshot = Read(form).Value;
        Assert.Equal(["S1/302"], Enumerable.Range(0, snapshot.Table("class").Count).Select(snapshot.Table("class").Key));
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void An_example_that_was_written_over_is_refused()
    {
        string mark = FormMark.OfExample(["301", "S1"]);
        WorkbookParts form = new WorkbookParts().Sheet("班级", Rows([FormMark.OfTable("class"), "id", "school"], [mark, "999", "S1"], ["", "302", "S1"]));

        Assert.Equal(["CR4090 b.xlsx[班级!2]"], CsvFolder.Places(Read(form).Diagnostics));
        Assert.Equal(1, Read(form, skip: true).Value.Table("class").Count);
    }

    [Fact]
    public void An_example_that_was_emptied_is_none_and_one_may_have_its_columns_moved()
    {
        string mark = FormMark.OfExample(["301", "S1"]);
        WorkbookParts form = new WorkbookParts().Sheet("a", Rows([FormMark.OfTable("class"), "id", "school"], [mark, "", ""], ["", "302", "S1"]))
            .Sheet("b", Rows([FormMark.OfTable("class"), "school", "", "id"], [mark, "S1", "", "301"], ["", "S1", "", "303"]));

        Snapshot snapshot = Read(form).Value;
        Assert.Equal(2, snapshot.Table("class").Count);
        Assert.Empty(snapshot.Data.Issues);
    }

    [Fact]
    public void Cells_without_a_name_above_them_are_listed_once()
    {
        Snapshot snapshot = Read(new WorkbookParts().Sheet("school", Rows(["id", "", "name"], ["1", "x", "n", "y"], ["2", "x", "n", "y"]))).Value;

        Assert.Equal(["CR4074 b.xlsx[school!D2]", "CR4074 b.xlsx[school!B2]"], CsvFolder.Places(snapshot.Data.Issues).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void Days_may_be_counted_from_1904()
    {
        using RecordReader records = Open(new WorkbookParts().From1904().Formats("yyyy-m-d").Sheet("s", Rows(["a"], [N("A2", "0", 1)])), null, out _);

        Assert.NotNull(records.ReadHeader());
        Assert.True(records.Next(out _));
        Assert.Equal("1904-01-01", records.Chars(0).ToString());
    }

    [Fact]
    public void A_csv_file_may_have_titles_above_its_names_and_its_records_keep_their_width()
    {
        _folder.With("a.csv", "一览表\n\n编号,学校,\n,代码,名称\n1,S1,n\n2,S1\n3,S\"1,n\n\n4,S2,n\n");
        using RecordReader records = new CsvRecordSet(DataFile.At(Path.Combine(_folder.Path, "a.csv"), "a.csv"), isChinese: false)
            .Open(new SheetShape(3, 4, false), Builder(out SnapshotBuilder builder));

        Assert.Equal(["编号", "学校/代码", "学校/名称"], records.ReadHeader()!.Names);
        List<string> ids = [];
        while (records.Next(out _)) ids.Add(records.Chars(0).ToString());
        Assert.Equal(["1", "", "4"], ids);
        Assert.Equal(["CR4058 a.csv(6)", "CR4060 a.csv(7)"], CsvFolder.Places(builder.Build().Value.Data.Skipped));
    }

    private Checked<Snapshot> Read(WorkbookParts parts, string? mapping = null, bool skip = false) =>
        _folder.With("b.xlsx", parts.Bytes()).ReadFile("b.xlsx", new SnapshotOptions { SkipMalformed = skip }, mapping);

    private RecordReader Open(WorkbookParts parts, SheetShape? shape, out SnapshotBuilder builder)
    {
        _folder.With("b.xlsx", parts.Bytes());
        Spreadsheets.Reading.Workbook workbook = new(DataFile.At(Path.Combine(_folder.Path, "b.xlsx"), "b.xlsx"), CancellationToken.None);
        return XlsxRecordSet.Of(workbook, workbook.Sheets[0]).Open(shape, Builder(out builder));
    }

    private static SnapshotBuilder Builder(out SnapshotBuilder builder) => builder = new SnapshotBuilder(CsvFolder.Schema, new SnapshotOptions { SkipMalformed = true });
}
