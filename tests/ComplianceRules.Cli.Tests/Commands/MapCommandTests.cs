using System.Text;
using System.Text.Json.Nodes;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class MapCommandTests : IDisposable
{
    private const string Table = "学校代码,学校名称,年级,班级,班额（在籍学生数）\ns1,第一小学,三年级,1班,45\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mapping_goes_to_standard_output_alone_and_remarks_to_standard_error()
    {
        Tool run = Map(_folder.Write("班级表.csv", Table));
        Assert.Equal(0, run.Code);
        Assert.Equal("class", JsonNode.Parse(run.Output)!["tables"]![0]!["table"]!.GetValue<string>());
        Assert.Contains("\"班额（在籍学生数）\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("班级表.csv: a row is a `class`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_proposal_without_remedies_can_be_used_as_it_is()
    {
        string data = _folder.Write("class.csv", Table);
        string mapping = Path.Combine(_folder.Path, "mapping.json");
        Assert.Equal((0, string.Empty), (Map(data, "--out", mapping).Code, Map(data, "--out", mapping).Output));
        Tool judged = Tool.Run("evaluate", data, "--packs", Tool.Packs, "--map", mapping, "--region", "370322", "--as-of", "2026-09-01", "--all");
        Assert.Contains("class:s1/三年级|1班", judged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Gb18030_is_found_out_and_named_in_the_mapping()
    {
        string path = _folder.Write("班级表.csv", string.Empty);
        File.WriteAllBytes(path, CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Table));
        JsonNode mapping = JsonNode.Parse(Map(path).Output)!;
        Assert.Equal("gb18030", mapping["encoding"]!.GetValue<string>());
        Assert.Equal("学校代码", mapping["tables"]![0]!["parent"]!["key"]![0]!.GetValue<string>());
    }

    [Fact]
    public void Of_the_facts_that_are_not_found_only_some_are_named()
    {
        string table = _folder.Write("a.csv", Table);
        string some = Tool.Run("map", table, "--packs", Tool.Shipped).Error;
        int all = Tool.Run("map", table, "--packs", Tool.Shipped, "--verbose").Error.Split(": not found: `").Length - 1;
        Assert.Equal(20, some.Split(": not found: `").Length - 1);
        Assert.EndsWith($"\n... and {all - 20} more not found (--verbose lists them all)\n", some, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_speak_the_language_asked_for() => Assert.Contains("没有学校的区划代码", Map(_folder.Write("a.csv", Table), "--lang", "zh").Error, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_gives_4() => Assert.Equal(4, Map(Path.Combine(_folder.Path, "none.csv")).Code);

    [Fact]
    public void A_file_of_another_kind_gives_4_and_CR4120()
    {
        Tool run = Map(_folder.Write("a.doc", Table));
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("CR4120", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_a_file_without_sheets_gives_4_and_CR4121() => Assert.Contains("CR4121", Map(_folder.Write("a.csv", Table), "--sheet", "班级").Error, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_give_4_and_CR4122()
    {
        string path = _folder.Write("a.csv", string.Empty);
        File.WriteAllBytes(path, [0, 1, 2, 0xFF, 0x80, 0x0A]);
        Tool run = Map(path);
        Assert.Equal(4, run.Code);
        Assert.Contains("CR4122", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_is_never_written_over()
    {
        string path = _folder.Write("a.csv", Table);
        Assert.Equal(64, Map(path, "--out", path).Code);
        Assert.Equal(Table, File.ReadAllText(path));
    }

    private static Tool Map(string file, params string[] options) => Tool.Run(["map", file, "--packs", Tool.Packs, .. options]);
}
