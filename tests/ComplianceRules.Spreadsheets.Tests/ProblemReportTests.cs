using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ExcelDataReader;

namespace ComplianceRules.Spreadsheets.Tests;

public sealed class ProblemReportTests : IDisposable
{
    private const string Title = "问题 Problems";
    private static readonly SnapshotOptions Skip = new() { SkipMalformed = true };

    private readonly CsvFolder _folder = new();

    static ProblemReportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_bad_cell_has_its_problem_beside_it_under_the_name_of_its_column()
    {
        Dictionary<string, string[][]> copy = Workbook("id,school,enrolment\n1,S,40\n2,S,many\n3,S,-4\n");

        Assert.Equal([Title, "class"], copy.Keys);
        Assert.Equal(["id", "school", "enrolment", Title], copy["class"][0]);
        Assert.Equal(["1", "S", "40", ""], copy["class"][1]);
        Assert.StartsWith("CR4064 `enrolment`: `enrolment` of `class` wants a `number`", copy["class"][2][3], StringComparison.Ordinal);
        Assert.Equal(["3", "S", "-4"], copy["class"][3][..3]);
        Assert.StartsWith("CR4024 `enrolment`: ", copy["class"][3][3], StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_sheet_lists_every_problem_with_its_place()
    {
        string[][] list = Workbook("id,school,enrolment,wrong\n1,S,many,\n")[Title];

        Assert.Equal("#compliance-rules:-", list[0][0]);
        Assert.Equal(["", "文件 File", "工作表 Sheet", "行 Line", "列 Column", "单元格 Cell", "代码 Code", "说明 Message", "怎么办 Help"], list[1]);
        Assert.Equal(["CR4050 class.csv 1 ", "CR4064 class.csv 2 3"], list[2..].Select(r => $"{r[6]} {r[1]} {r[3]} {r[4]}"));
        Assert.All(list[2..], row => Assert.True(row[7].Length > 0 && row[8].Length > 0));
    }

    [Fact]
    public void Refused_data_is_copied_whole_with_every_bad_record_marked()
    {
        const string Text = "id,school\n1,S\n2\n3,S,more,still\n\n\"4,S\n5,S\n";
        _folder.With("class.csv", Text);
        Checked<Snapshot> read = _folder.ReadFile("class.csv");
        Assert.False(read.IsValid);
        string[][] rows = Read(Written(read.Diagnostics))["class"];

        Assert.Equal(["1", "2", "3", "", "\"4", "5"], rows[1..].Select(r => r[0]));
        Assert.Equal(["S", "more", "still"], rows[3][1..4]);
        Assert.Equal(["", "CR4058", "CR4058", "", "CR4059", ""], rows[1..].Select(r => r[4].Split(':')[0].Split(' ')[0]));
    }

    [Fact]
    public void Skipped_records_are_marked_and_so_are_issues()
    {
        _folder.With("class.csv", "id,school,enrolment\n1,S\n2,S,x\n2,S,4\n");
        DataReport report = _folder.ReadFile("class.csv", Skip).Value.Data;
        string[][] rows = Read(Written([.. report.Skipped, .. report.Issues]))["class"];

        Assert.StartsWith("CR4058: ", rows[1][3], StringComparison.Ordinal);
        Assert.StartsWith("CR4064 ", rows[2][3], StringComparison.Ordinal);
        Assert.StartsWith("CR4015: ", rows[3][3], StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_several_lines_is_marked_once_wherever_its_problem_stands()
    {
        string[][] rows = Workbook("id,school,name,enrolment\n1,S,\"a\n\"\"b\"\"\",x\n\n2,S,c,y\n")["class"];

        Assert.Equal(["a\n\"b\"", "", "c"], rows[1..].Select(r => r[2]));
        Assert.Equal([true, false, true], rows[1..].Select(r => r[4].StartsWith("CR4064 ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_bad_cells_and_messages_are_red()
    {
        byte[] workbook = Written(ReadIssues("id,school,enrolment\n1,S,4\n2,S,x\n"));
        string plain = StyleOf(workbook, "C2");
        string bad = StyleOf(workbook, "C3");

        Assert.NotEqual(plain, bad);
        Assert.Equal(plain, StyleOf(workbook, "B3"));
        Assert.NotEqual(plain, StyleOf(workbook, "D3"));
    }

    [Fact]
    public void Without_a_problem_the_copy_marks_nothing_and_says_so()
    {
        Dictionary<string, string[][]> copy = Workbook("id,school\n1,S\n");

        Assert.Equal("no problems were found", Assert.Single(copy[Title][2..])[1]);
        Assert.Equal([["id", "school", Title], ["1", "S", ""]], copy["class"]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("007")]
    [InlineData("_x0041_")]
    [InlineData("\u0001")]
    public void Texts_stay_the_texts_they_are(string cell)
    {
        byte[] workbook = Written(ReadIssues($"id,school,name\n1,S,{cell}\n"));

        Assert.Equal(cell, Read(workbook)["class"][1][2]);
        Assert.DoesNotContain("<f>", Part(workbook, 2), StringComparison.Ordinal);
        Assert.Contains($"1,S,{cell},", Csv($"id,school,name\n1,S,{cell}\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_the_same_records_and_one_more_column_after_a_byte_order_mark()
    {
        string csv = Csv("id,school,enrolment\n1,S,40\n\n2,S,\"a, \"\"b\"\"\"\n3,S\n");

        string[] lines = csv.Split("\r\n");
        Assert.Equal(["\uFEFFid,school,enrolment,问题 Problems", "1,S,40,", "", ""], [lines[0], lines[1], lines[2], lines[^1]]);
        Assert.StartsWith("2,S,\"a, \"\"b\"\"\",\"CR4064 `enrolment`: ", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("3,S,,CR4058: ", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void In_csv_what_has_no_row_of_its_own_stands_beside_the_names()
    {
        string csv = Csv("id,school,wrong\n1,S,\n", [new Diagnostic(DiagnosticCodes.CsvNoFile, SourceSpan.Whole("data"), "x.csv", "class")]);

        Assert.StartsWith("\uFEFFid,school,wrong,\"问题 Problems\nCR4051 data: ", csv, StringComparison.Ordinal);
        Assert.Contains("\nCR4050 class.csv(1): ", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_begins_like_a_formula()
    {
        Dictionary<string, string[][]> copy = Workbook("id,school,=evil\n1,S,x\n2\n");

        Assert.All(copy["class"][1..].Select(r => r[3]).Where(m => m.Length > 0), m => Assert.StartsWith("CR", m, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_file_of_a_folder_is_a_sheet()
    {
        _folder.With("class.csv", "id,school,enrolment\n1,S,x\n").With("school.csv", "id,region\nS,37-x\n").With("other.csv", "a,b\n1,2\n");
        SpreadsheetSnapshotSource source = new(_folder.Path, "data");
        DataReport report = source.Read(CsvFolder.Schema, new SnapshotOptions(), CancellationToken.None).Value.Data;
        ProblemReport problems = new(source, new SnapshotOptions(), TextLanguage.Chinese);
        using MemoryStream output = new();
        problems.WriteWorkbook(report.Issues, output);
        Dictionary<string, string[][]> copy = Read(output.ToArray());

        Assert.False(problems.FitsCsv);
        Assert.Throws<InvalidOperationException>(() => problems.WriteCsv([], new MemoryStream()));
        Assert.Equal([Title, "class", "other", "school"], copy.Keys);
        Assert.StartsWith("CR4064 `enrolment`：", copy["class"][1][3], StringComparison.Ordinal);
        Assert.StartsWith("CR4025：`37-x` ", copy["school"][1][2], StringComparison.Ordinal);
        Assert.StartsWith($"{Title}\nCR4053 data/other.csv：", copy["other"][0][2], StringComparison.Ordinal);
    }

    [Fact]
    public void Gb18030_is_copied_as_text()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes("id,school,name,enrolment\n1,S,三年级一班㐀,多\n");
        SnapshotOptions options = new() { Encoding = "gbk" };
        _folder.With("class.csv", bytes);
        DataReport report = _folder.ReadFile("class.csv", options).Value.Data;
        using MemoryStream output = new();
        new ProblemReport(Source(), options, TextLanguage.Chinese).WriteWorkbook(report.Issues, output);

        Assert.Equal(["1", "S", "三年级一班㐀", "多"], Read(output.ToArray())["class"][1][..4]);
    }

    [Fact]
    public void Each_sheet_of_a_workbook_is_copied_with_its_values_in_their_places()
    {
        byte[] bytes = new WorkbookParts().Formats("yyyy-mm-dd", "0%")
            .Sheet("class", """
                <row r='2'><c r='A2' t='inlineStr'><is><t>id</t></is></c><c r='B2' t='inlineStr'><is><t>school</t></is></c><c r='C2' t='inlineStr'><is><t>enrolment</t></is></c><c r='D2' t='inlineStr'><is><t>opened</t></is></c></row>
                <row r='4'><c r='A4' t='inlineStr'><is><t>007</t></is></c><c r='B4'><v>1</v></c><c r='C4' t='inlineStr'><is><t>=many</t></is></c><c r='D4' s='1'><v>46266</v></c><c r='E4' s='2'><v>0.12</v></c></row>
                """)
            .Sheet("draft", "<row r='1'><c r='A1'><v>1.5</v></c></row>", state: "hidden").Bytes();
        _folder.With("data.xlsx", bytes);
        SpreadsheetSnapshotSource source = new(Path.Combine(_folder.Path, "data.xlsx"), "data.xlsx");
        SourceSpan draft = SourceSpan.Whole("data.xlsx") with { Sheet = "draft" };
        Diagnostic[] problems =
        [
            new(DiagnosticCodes.CsvCellWrongType, new SourceSpan("data.xlsx", 4, 3) { Sheet = "class" }, "class", "enrolment", "=many", "number"),
            new(DiagnosticCodes.RecordsHidden, draft, "draft"),
        ];
        using MemoryStream output = new();
        new ProblemReport(source, new SnapshotOptions(), TextLanguage.English).WriteWorkbook(problems, output);
        Dictionary<string, string[][]> copy = Read(output.ToArray());

        Assert.Equal([Title, "class", "draft"], copy.Keys);
        Assert.Equal(["", "id", "", "007"], copy["class"].Select(r => r[0]));
        Assert.Equal(["1", "=many", "12%"], [copy["class"][3][1], copy["class"][3][2], copy["class"][3][4]]);
        Assert.Contains("<v>46266</v>", Part(output.ToArray(), 2), StringComparison.Ordinal);
        Assert.Equal(Title, copy["class"][1][5]);
        Assert.StartsWith("CR4064 `C4`: ", copy["class"][3][5], StringComparison.Ordinal);
        Assert.StartsWith($"{Title}\nCR4073 data.xlsx[draft]: ", copy["draft"][0][1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_can_use_does_not_become_sound_by_being_copied()
    {
        string rows = WorkbookParts.Rows(["id", "school", "grade", "homework"], [WorkbookParts.N("A2", "3703220001123456789"), "S", WorkbookParts.N("C2", "1"), WorkbookParts.N("D2", "40")], ["2", "", "", ""]);
        _folder.With("data.xlsx", new WorkbookParts().Sheet("class", rows, WorkbookParts.Merged("B2:B3", "C2:C3", "D2:D3")).Bytes());
        SpreadsheetSnapshotSource source = new(Path.Combine(_folder.Path, "data.xlsx"), "data.xlsx");
        DataReport report = source.Read(CsvFolder.Schema, Skip, CancellationToken.None).Value.Data;
        using MemoryStream output = new();
        new ProblemReport(source, Skip, TextLanguage.English).WriteWorkbook([.. report.Issues, .. report.Skipped], output);
        string[][] copy = Read(output.ToArray())["class"];

        Assert.Equal(["", "S", "1"], copy[1][..3]);
        Assert.Equal(["2", "S", "1", ""], copy[2][..4]);
        Assert.Contains("370322000112", copy[1][4], StringComparison.Ordinal);
        Assert.Contains("`40`", copy[2][4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_workbook_gives_the_list_alone()
    {
        _folder.With("class.csv", "PK\u0003\u0004, which is no workbook");
        Checked<Snapshot> read = _folder.ReadFile("class.csv");

        Assert.False(read.IsValid);
        Assert.Equal([Title], Read(Written(read.Diagnostics)).Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("id;school\n1;S\n")]
    [InlineData("\"")]
    [InlineData("id,school\n\"\"\"")]
    [InlineData("id,school\r1,S\r")]
    [InlineData("id,\"sch\"ool\n1,S\n")]
    public void Whatever_the_file_is_a_copy_can_be_read(string text)
    {
        _folder.With("class.csv", text);
        Checked<Snapshot> read = _folder.ReadFile("class.csv");
        Dictionary<string, string[][]> copy = Read(Written(read.IsValid ? read.Value.Data.Issues : read.Diagnostics));

        Assert.Equal(read.IsValid ? 1 : read.Diagnostics.Length, copy[Title].Length - 2);
        Assert.Contains(copy["class"], row => row[^1].StartsWith(Title, StringComparison.Ordinal));
    }

    [Fact]
    public void A_cell_without_end_is_cut_and_the_copy_goes_on()
    {
        _folder.With("class.csv", "id,school\n1," + new string('x', 3_000_000) + "\n2,S\n");
        string[][] rows = Read(Written(_folder.ReadFile("class.csv").Diagnostics))["class"];

        Assert.Equal((32_767, '…'), (rows[1][1].Length, rows[1][1][^1]));
        Assert.StartsWith("CR4063", rows[1][2], StringComparison.Ordinal);
        Assert.Equal("2", rows[2][0]);
    }

    [Fact]
    public void Data_without_tables_gives_the_list()
    {
        Diagnostic problem = new(DiagnosticCodes.CellOutOfRange, new SourceSpan("snapshot.json", 3, 14), "class", "enrolment", "-4");
        ProblemReport report = new(null, new SnapshotOptions(), TextLanguage.English);
        using MemoryStream workbook = new();
        report.WriteWorkbook([problem], workbook);
        using MemoryStream csv = new();
        report.WriteCsv([problem], csv);

        Assert.True(report.FitsCsv);
        Assert.Equal(["snapshot.json", "", "3", "14", "", "CR4024"], Assert.Single(Read(workbook.ToArray())).Value[2][1..7]);
        Assert.Contains("\r\nsnapshot.json,,3,14,,CR4024,\"`enrolment` of `class` cannot be `-4`, it counts as unknown\",", Encoding.UTF8.GetString(csv.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_problems_give_the_same_bytes()
    {
        const string Text = "id,school,enrolment\n1,S,x\n";

        Assert.Equal(Written(ReadIssues(Text)), Written(ReadIssues(Text)));
    }

    private Dictionary<string, string[][]> Workbook(string text) => Read(Written(ReadIssues(text)));

    private IEnumerable<Diagnostic> ReadIssues(string text)
    {
        _folder.With("class.csv", text);
        DataReport report = _folder.ReadFile("class.csv", Skip).Value.Data;
        return [.. report.Skipped, .. report.Issues.Where(i => i.Code != DiagnosticCodes.OrphanRow)];
    }

    private string Csv(string text, params IEnumerable<Diagnostic> more)
    {
        IEnumerable<Diagnostic> problems = [.. ReadIssues(text), .. more];
        using MemoryStream output = new();
        new ProblemReport(Source(), new SnapshotOptions(), TextLanguage.English).WriteCsv(problems, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private SpreadsheetSnapshotSource Source() => new(Path.Combine(_folder.Path, "class.csv"), "class.csv");

    private byte[] Written(IEnumerable<Diagnostic> problems)
    {
        using MemoryStream output = new();
        new ProblemReport(Source(), new SnapshotOptions(), TextLanguage.English).WriteWorkbook(problems, output);
        return output.ToArray();
    }

    private static Dictionary<string, string[][]> Read(byte[] workbook)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        Dictionary<string, string[][]> sheets = new(StringComparer.Ordinal);
        do
        {
            List<string[]> rows = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(c => reader.GetValue(c)?.ToString() ?? string.Empty)]);
            sheets.Add(reader.Name, [.. rows]);
        }
        while (reader.NextResult());
        return sheets;
    }

    private static string Part(byte[] workbook, int sheet)
    {
        using ZipArchive archive = new(new MemoryStream(workbook));
        using StreamReader text = new(archive.GetEntry($"xl/worksheets/sheet{sheet}.xml")!.Open());
        return text.ReadToEnd();
    }

    private static string StyleOf(byte[] workbook, string cell) =>
        XDocument.Parse(Part(workbook, 2)).Descendants().Single(e => e.Name.LocalName == "c" && e.Attribute("r")!.Value == cell).Attribute("s")!.Value;
}
