using System.Text;
using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateCsvTests : IDisposable
{
    private const string Mapping = """
        { "tables": [ { "table": "class", "file": "*.csv", "id": ["班级"], "parent": { "table": "school", "key": ["学校"] }, "fields": { "enrolment": { "column": "人数" } } } ],
          "covers": ["370322"], "constants": { "school.region": "370322" } }
        """;

    private readonly TempFolder _folder = new TempFolder().WithPack();

    static EvaluateCsvTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_of_tables_is_read_by_the_names_of_its_files()
    {
        _folder.Write("data/school.csv", "id,region\ns1,370322\n");
        _folder.Write("data/class.csv", "id,school,enrolment\n1,s1,46\n2,s1,45\n");
        Assert.Equal(1, Evaluate(Path.Combine(_folder.Path, "data")).Code);
    }

    [Fact]
    public void A_foreign_table_is_read_by_a_mapping()
    {
        string data = _folder.Write("foreign.csv", "学校,班级,人数\n一小,一班,46\n");
        Tool run = Evaluate(data, "--map", _folder.Write("map.json", Mapping), "--format", "json");
        Assert.Equal((1, string.Empty), (run.Code, run.Error));
        Assert.Equal("一小/一班", Finding(run).GetProperty("subject").GetProperty("id").GetString());
    }

    [Fact]
    public void Another_encoding_is_read_on_request()
    {
        string data = Path.Combine(_folder.Path, "foreign.csv");
        File.WriteAllBytes(data, Encoding.GetEncoding("gb18030").GetBytes("学校,班级,人数\n一小,一班,46\n"));
        string map = _folder.Write("map.json", Mapping);
        Assert.Equal(4, Evaluate(data, "--map", map).Code);
        Tool run = Evaluate(data, "--map", map, "--encoding", "gb18030", "--format", "json");
        Assert.Equal("一小/一班", Finding(run).GetProperty("subject").GetProperty("id").GetString());
    }

    [Fact]
    public void A_wrong_mapping_gives_4_with_its_place()
    {
        string data = _folder.Write("foreign.csv", "学校,班级,人数\n一小,一班,46\n");
        Tool run = Evaluate(data, "--map", _folder.Write("map.json", Mapping.Replace("\"enrolment\"", "\"enrollment\"", StringComparison.Ordinal)));
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("map.json(1,", run.Error, StringComparison.Ordinal);
        Assert.Contains("did you mean `enrolment`?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_that_is_not_there_gives_4()
    {
        string map = Path.Combine(_folder.Path, "nowhere.json");
        Tool run = Evaluate(_folder.Write("foreign.csv", "学校,班级,人数\n"), "--map", map);
        Assert.Equal((4, $"compliance-rules: cannot read `{map}`: there is no such file or folder\n"), (run.Code, run.Error));
    }

    [Fact]
    public void An_unknown_column_is_refused_only_on_request()
    {
        _folder.Write("data/school.csv", "id,region,regoin\ns1,370322,x\n");
        string data = Path.Combine(_folder.Path, "data");
        Assert.Contains("regoin", Evaluate(data).Error, StringComparison.Ordinal);
        Assert.Equal(4, Evaluate(data, "--strict").Code);
    }

    [Fact]
    public void Schools_without_a_region_are_counted_and_malformed_codes_are_not()
    {
        _folder.Write("data/school.csv", "id,region\ns1,370322\ns2,\ns3,37-x\ns4,\n");
        Tool run = Evaluate(Path.Combine(_folder.Path, "data"));
        Assert.Equal(64, run.Code);
        Assert.Contains("schools without a region: 2;", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_without_a_record_below_them_are_judged_as_nothing_and_that_is_said()
    {
        string map = _folder.Write("map.json", Mapping);
        string data = _folder.Write("foreign.csv", "学校,班级,人数\n");
        Tool english = Evaluate(data, "--map", map);
        Assert.Equal((0, "compliance-rules: nothing was judged: see whether the data holds any rows, and check the region of `--only` and the day of `--as-of`\n"), (english.Code, english.Error));
        Assert.Contains("没有评估任何数据", Evaluate(data, "--map", map, "--lang", "zh").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_is_not_written_over_what_is_read()
    {
        string data = _folder.Write("data/class.csv", "学校,班级,人数\n一小,一班,46\n");
        string map = _folder.Write("map.json", Mapping);
        string pack = Path.Combine(_folder.Packs, "size", "pack.json");
        string folder = Path.Combine(_folder.Path, "data");
        foreach (string target in (string[])[data, map, pack, Path.Combine(folder, "..", "map.json")])
        {
            string before = File.ReadAllText(target);
            Tool run = Evaluate(folder, "--map", map, "--out", target);
            Assert.Equal(64, run.Code);
            Assert.StartsWith($"compliance-rules: `--out` would overwrite `{target}`, which is read\n", run.Error, StringComparison.Ordinal);
            Assert.Equal(before, File.ReadAllText(target));
        }

        Assert.Equal(1, Evaluate(folder, "--map", map, "--out", Path.Combine(folder, "report.txt")).Code);
    }

    [Fact]
    public void A_link_to_what_is_read_is_seen_through()
    {
        string data = _folder.Write("data/class.csv", "学校,班级,人数\n一小,一班,46\n");
        string link = Path.Combine(_folder.Path, "other");
        Directory.CreateSymbolicLink(link, Path.Combine(_folder.Path, "data"));
        Tool run = Evaluate(data, "--map", _folder.Write("map.json", Mapping), "--out", Path.Combine(link, "class.csv"));
        Assert.Equal(64, run.Code);
        Assert.Contains("would overwrite", run.Error, StringComparison.Ordinal);
    }

    private Tool Evaluate(string data, params string[] options) =>
        Tool.Run(["evaluate", data, "--packs", _folder.Packs, "--as-of", "2026-09-01", .. options]);

    private static JsonElement Finding(Tool run) => Assert.Single(JsonDocument.Parse(run.Output).RootElement.GetProperty("findings").EnumerateArray());
}
