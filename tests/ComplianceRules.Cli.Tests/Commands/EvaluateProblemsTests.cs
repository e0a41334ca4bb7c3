using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>What is said of trouble in the data: on the screen, to programs, and in a copy of the data.</summary>
public sealed class EvaluateProblemsTests : IDisposable
{
    private const string Mapping = """
        { "tables": [ { "table": "class", "file": "*.csv", "id": ["班级"], "parent": { "table": "school", "key": ["学校"] }, "fields": { "enrolment": { "column": "人数" } } } ],
          "covers": ["370322"], "constants": { "school.region": "370322" } }
        """;

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "problems: 1, marked in `", "CR4064 `人数`: `enrolment` of `class` wants a `number`")]
    [InlineData("zh", "问题 1 个，已在 `", "CR4064 `人数`：`class` 的 `enrolment` 应当是 `number`")]
    public void Problems_are_marked_in_a_copy_in_the_language_asked_for(string language, string said, string marked)
    {
        string copy = Path.Combine(_folder.Path, "copy.csv");
        Tool run = Evaluate("学校,班级,人数\n一小,一班,很多\n一小,二班,46\n", "--problems", copy, "--lang", language);

        Assert.Equal(1, run.Code);
        Assert.Contains(said + copy + "`", run.Error, StringComparison.Ordinal);
        Assert.Contains("一小,一班,很多," + marked, File.ReadAllText(copy).Replace("\"", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_data_is_copied_with_its_problems_too()
    {
        string copy = Path.Combine(_folder.Path, "copy.xlsx");
        Tool run = Evaluate("学校,班级,人数\n一小,一班\n", "--problems", copy);

        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("CR4058: ", Sheet(copy, 2), StringComparison.Ordinal);
        Assert.EndsWith($"compliance-rules: problems: 1, marked in `{copy}`\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_problem_the_copy_is_written_all_the_same()
    {
        string copy = Path.Combine(_folder.Path, "copy.xlsx");
        Tool run = Evaluate("学校,班级,人数\n一小,一班,45\n", "--problems", copy);

        Assert.Equal((0, $"compliance-rules: problems: 0, marked in `{copy}`\n"), (run.Code, run.Error));
        Assert.Contains("no problems were found", Sheet(copy, 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_json_the_problems_are_listed()
    {
        string copy = Path.Combine(_folder.Path, "list.csv");
        string data = _folder.Snapshot("\"enrolment\": \"many\"");
        Assert.Equal(2, Tool.Run("evaluate", data, "--packs", _folder.Packs, "--problems", copy).Code);
        Assert.Contains($"{data},,1,", File.ReadAllText(copy), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("copy.txt", "`--problems`: `{0}` must end in .xlsx or .csv")]
    [InlineData("nowhere/copy.csv", "cannot write `{0}`: its folder is not there, or it is a folder itself")]
    [InlineData("data.csv", "`--problems` would overwrite `{0}`, which is read")]
    [InlineData("map.json", "`--problems` would overwrite `{0}`, which is read")]
    [InlineData("report.csv", "`--problems` and `--out` cannot be one file, `{0}`")]
    public void A_copy_that_cannot_be_is_wrong_usage(string name, string complaint)
    {
        string copy = Path.Combine(_folder.Path, name);
        Tool run = Evaluate("学校,班级,人数\n", "--problems", copy, "--out", Path.Combine(_folder.Path, "report.csv"));

        Assert.Equal(64, run.Code);
        Assert.Contains(string.Format(CultureInfo.InvariantCulture, complaint, copy), run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tables_want_a_workbook()
    {
        _folder.Write("data/school.csv", "id,region\ns1,370322\n");
        _folder.Write("data/class.csv", "id,school,enrolment\n1,s1,x\n");
        string data = Path.Combine(_folder.Path, "data");
        Tool run = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--as-of", "2026-09-01", "--problems", Path.Combine(_folder.Path, "copy.csv"));

        Assert.Equal(64, run.Code);
        Assert.Contains("name an .xlsx file instead", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "copy.csv")));
    }

    [Fact]
    public void A_copy_that_fails_gives_70_and_leaves_nothing_behind()
    {
        string copy = Path.Combine(_folder.Path, "copy.csv");
        string data = _folder.Write("data.csv", "学校,班级,人数\n一小,一班,45\n");
        Directory.CreateDirectory(Path.Combine(_folder.Path, $".copy.csv.{Environment.ProcessId}.tmp"));
        Tool run = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--as-of", "2026-09-01", "--map", _folder.Write("map.json", Mapping), "--problems", copy);

        Assert.Equal((70, string.Empty), (run.Code, run.Output));
        Assert.False(File.Exists(copy));
    }

    [Fact]
    public void Refused_data_is_an_array_of_problems_for_programs()
    {
        Tool run = Evaluate("学校,班级,人数\n一小,一班\n", "--format", "json");
        JsonElement problem = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray());

        Assert.Equal((4, "CR4058", 2), (run.Code, problem.GetProperty("code").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("sheet").ValueKind);
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("cell").ValueKind);
    }

    [Fact]
    public void Refused_data_is_a_problem_a_line_in_ndjson()
    {
        Tool run = Evaluate("学校,班级,人数\n一小,一班\n一小\n", "--format", "ndjson");

        Assert.Equal(["CR4058", "CR4058"], run.Output.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement.GetProperty("code").GetString()));
    }

    [Fact]
    public void Many_problems_are_told_by_kind()
    {
        string data = "学校,班级,人数\n" + string.Concat(Enumerable.Range(1, 30).Select(n => $"一小,{n}班,{(n <= 18 ? "很多" : "-1")}\n"));
        Tool run = Evaluate(data);

        Assert.Contains("compliance-rules: issues in the data: 30\ncells of `class.enrolment` of the wrong type, which count as unknown: 18 (CR4064, first: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("\nvalues of `class.enrolment` that cannot be, which count as unknown: 12 (CR4024, first: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Error.Split("warning CR").Length - 1);
        string report = string.Join(' ', run.Output.Split(' ', '\n').Where(w => w.Length > 0));
        Assert.Contains("issues in the data: 30 cells of `class.enrolment` of the wrong type, which count as unknown: 18 (CR4064, first:", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "missing: enrolment `enrolment` (out of range)")]
    [InlineData("zh", "缺少：人数 `enrolment`（超出范围）")]
    public void The_table_says_why_a_fact_is_missing(string language, string expected) =>
        Assert.Contains(expected, Evaluate("学校,班级,人数\n一小,一班,-1\n一小,二班,3\n", "--lang", language).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("other.csv", "a,b\n")]
    [InlineData("class.csv", "id,school,enrolment,\n1,s1,4,stray\n")]
    [InlineData("class.csv", "id,school,enrolment,wrong\n1,s1,4,\n")]
    public void What_is_left_out_is_refused_where_strict(string name, string text)
    {
        _folder.Write("data/school.csv", "id,region\ns1,370322\n");
        _folder.Write("data/class.csv", "id,school,enrolment\n1,s1,4\n");
        string[] line = ["evaluate", Path.Combine(_folder.Path, "data"), "--packs", _folder.Packs, "--as-of", "2026-09-01", "--strict"];
        Assert.Equal(0, Tool.Run(line).Code);
        _folder.Write($"data/{name}", text);
        Assert.Equal((4, string.Empty), (Tool.Run(line).Code, Tool.Run(line).Output));
        Assert.NotEmpty(JsonDocument.Parse(Tool.Run([.. line, "--format", "json"]).Output).RootElement.EnumerateArray());
    }

    private static string Sheet(string workbook, int number)
    {
        using ZipArchive archive = ZipFile.OpenRead(workbook);
        using StreamReader text = new(archive.GetEntry($"xl/worksheets/sheet{number}.xml")!.Open());
        return text.ReadToEnd();
    }

    private Tool Evaluate(string data, params string[] options) =>
        Tool.Run(["evaluate", _folder.Write("data.csv", data), "--packs", _folder.Packs, "--as-of", "2026-09-01", "--map", _folder.Write("map.json", Mapping), .. options]);
}
