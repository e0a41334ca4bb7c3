using System.Text;
using System.Text.Json.Nodes;
using ComplianceRules.Spreadsheets.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>What <c>map</c> takes beside one CSV file: workbooks, folders, standard input; and what it refuses.</summary>
public sealed class MapTablesTests : IDisposable
{
    private const string Table = "学校代码,班级,睡眠时间\ns1,三（1）班,9.5\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_sheet_that_is_used_gets_an_entry_and_the_others_a_remark()
    {
        Tool run = Map(Write("台账.xlsx", SelfCheckSheets.Ledger), "--lang", "zh");
        Assert.Equal(["班级情况"], Tables(run).Select(t => t["sheet"]!.GetValue<string>()));
        Assert.Contains("台账.xlsx/填表说明：没有认出任何列", run.Error, StringComparison.Ordinal);
        Assert.Contains("台账.xlsx/字典：是隐藏的工作表", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_sheet_is_used_where_it_is_asked_for()
    {
        byte[] workbook = new WorkbookParts().Sheet("看得见", string.Empty).Sheet("原始", WorkbookParts.Rows(["学校代码", "班级", "班额"], ["s1", "三（1）班", "45"]), state: "hidden").Bytes();
        Assert.Empty(Tables(Map(Write("a.xlsx", workbook))));
        Assert.Single(Tables(Map(Write("a.xlsx", workbook), "--sheet", "原始")));
    }

    [Fact]
    public void A_sheet_that_is_not_there_gives_4_and_the_nearest_name()
    {
        Tool run = Map(Write("台账.xlsx", SelfCheckSheets.Ledger), "--sheet", "班级情况表");
        Assert.Equal(4, run.Code);
        Assert.Contains("CR4121", run.Error, StringComparison.Ordinal);
        Assert.Contains("`班级情况`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_of_the_tool_needs_no_mapping()
    {
        string form = Path.Combine(_folder.Path, "form.xlsx");
        Assert.Equal(0, Tool.Run("template", "--packs", Tool.Packs, "--out", form).Code);
        Tool run = Map(form);
        Assert.Empty(Tables(run));
        Assert.Contains("needs no mapping", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_an_entry_for_each_file_in_the_order_of_their_names()
    {
        string folder = Path.GetDirectoryName(Write("tables/b.csv", Encoding.UTF8.GetBytes(Table)))!;
        Write("tables/a.xlsx", SelfCheckSheets.Form);
        Write("tables/c.txt", [1]);
        Assert.Equal(["a.xlsx", "b.csv"], Tables(Map(folder)).Select(t => t["file"]!.GetValue<string>()));
    }

    [Fact]
    public void A_folder_in_two_encodings_is_refused_unless_a_mark_tells_them_apart()
    {
        string folder = Path.GetDirectoryName(Write("tables/a.csv", SelfCheckSheets.Wide))!;
        Write("tables/b.csv", Encoding.UTF8.GetBytes(Table));
        Tool refused = Map(folder);
        Assert.Equal(4, refused.Code);
        Assert.Contains("CR4123", refused.Error, StringComparison.Ordinal);
        Write("tables/b.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)]);
        Assert.Equal(2, Tables(Map(folder)).Count());
    }

    [Fact]
    public void A_folder_without_tables_gives_4() => Assert.Contains("CR4070", Map(Path.GetDirectoryName(Write("tables/c.txt", [1]))!).Error, StringComparison.Ordinal);

    [Fact]
    public void What_is_sent_is_mapped_like_the_file()
    {
        Tool file = Map(Write("台账.xlsx", SelfCheckSheets.Ledger));
        Tool sent = Send(SelfCheckSheets.Ledger, "map", "-", "--packs", Tool.Packs, "--stdin-filename", "台账.xlsx");
        Assert.Equal(file, sent);
        Assert.Equal(64, Send([], "map", "-", "--packs", Tool.Packs).Code);
        Assert.Equal(64, Map(Write("a.csv", []), "--stdin-filename", "b.csv").Code);
        Assert.Contains("CR4120", Send([], "map", "-", "--packs", Tool.Packs, "--stdin-filename", "a.json").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("样例学校（虚构）\n学校代码;班级;睡眠时间\ns1;三（1）班;9,5\ns1;三（2）班;9,0\n")]
    [InlineData("学校代码;班级\n")]
    public void Other_separators_than_commas_give_4_and_CR4069(string text) => Assert.Contains("separated by `;`", Map(_folder.Write("a.csv", text)).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("学校代码,班级,班额\ns1,三（1）班,45\n注：一；二\n")]
    [InlineData("学校代码,班级,备注\ns1,三（1）班,甲；乙\ns1,三（2）班,甲；乙\n")]
    public void Semicolons_in_texts_separate_nothing(string text) => Assert.Single(Tables(Map(_folder.Write("a.csv", text))));

    [Fact]
    public void A_photo_called_a_workbook_gives_4() => AssertRefused("photo.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0], "CR4084");

    [Fact]
    public void Half_a_workbook_gives_4() => AssertRefused("half.xlsx", SelfCheckSheets.Ledger[..(SelfCheckSheets.Ledger.Length / 2)], "CR4080");

    [Fact]
    public void A_workbook_whose_merged_cells_lie_over_each_other_gives_4() =>
        AssertRefused("a.xlsx", new WorkbookParts().Sheet("a", WorkbookParts.Rows(["x", "y"], ["1", "2"]), WorkbookParts.Merged("A1:B2", "B1:C3")).Bytes(), "CR4086");

    [Fact]
    public void An_empty_workbook_gives_an_empty_mapping_and_says_so()
    {
        Tool run = Map(Write("a.xlsx", new WorkbookParts().Sheet("Sheet1", string.Empty).Bytes()));
        Assert.Empty(Tables(run));
        Assert.Contains("Sheet1: no column is recognised", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_long_and_wide_table_the_first_cells_are_looked_at_and_that_is_said()
    {
        string names = string.Concat(Enumerable.Range(1, 600).Select(i => $",列{i}"));
        string rows = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"s{i / 20},{i % 20}班,三年级\n"));
        Tool run = Map(_folder.Write("a.csv", $"学校代码,班级,年级{names}\n{rows}"));
        Assert.Equal(0, run.Code);
        Assert.Contains("only the first 1000 rows", run.Error, StringComparison.Ordinal);
        Assert.Contains("columns beyond the first 500", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Tables(Tool run) => JsonNode.Parse(run.Output)!["tables"]!.AsArray().Select(t => t!);

    private static Tool Map(string path, params string[] options) => Tool.Run(["map", path, "--packs", Tool.Packs, .. options]);

    private static Tool Send(byte[] bytes, params string[] arguments)
    {
        using MemoryStream input = new(bytes);
        using MemoryStream output = new();
        using MemoryStream error = new();
        int code = Program.Run(arguments, new Terminal(output, error, 80, colours: false) { Input = input }, CancellationToken.None);
        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private void AssertRefused(string name, byte[] bytes, string code)
    {
        Tool run = Map(Write(name, bytes));
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private string Write(string name, byte[] bytes)
    {
        string path = _folder.Write(name, string.Empty);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
