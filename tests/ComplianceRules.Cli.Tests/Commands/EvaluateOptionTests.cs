using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateOptionTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--rule", "mots", "unknown rule `mots` (did you mean `most`?)", "没有规则 `mots`（是否指 `most`？）")]
    [InlineData("--rule", "other/most", "unknown rule `other/most`", "没有规则 `other/most`")]
    [InlineData("--area", "clas_size", "unknown area `clas_size` (did you mean `class_size`?)", "没有领域 `clas_size`（是否指 `class_size`？）")]
    [InlineData("--pack", "siez=s1", "unknown pack `siez` (did you mean `size`?)", "没有规则包 `siez`（是否指 `size`？）")]
    [InlineData("--pack", "size=s1", "pack `size` is no template: it applies by region and cannot be given to a school", "规则包 `size` 不是模板，按区划自动适用，不能指定给学校")]
    public void A_name_that_the_packs_do_not_have_gives_64(string option, string value, string english, string chinese)
    {
        string data = _folder.Snapshot("\"enrolment\": 45");
        Refuses(Evaluate(data, option, value), english);
        Refuses(Evaluate(data, option, value, "--lang", "zh"), chinese);
    }

    [Fact]
    public void A_template_joins_the_school_that_is_named()
    {
        _folder.WithPack("\"version\": \"1.0.0\", \"region\": \"CN\"", "\"version\": \"1.0.0\", \"template\": true", "plan");
        string pack = Path.Combine(_folder.Packs, "plan", "pack.json");
        File.WriteAllText(pack, File.ReadAllText(pack).Replace("\"id\": \"size\"", "\"id\": \"plan\"", StringComparison.Ordinal).Replace("\"max\": 45", "\"max\": 40", StringComparison.Ordinal).Replace("\"most\"", "\"plan-most\"", StringComparison.Ordinal));
        string data = _folder.Snapshot("\"enrolment\": 43");
        Tool without = Evaluate(data, "--lang", "en");
        Tool with = Evaluate(data, "--pack", "plan=s1", "--lang", "en");
        Assert.Equal((0, 1), (without.Code, with.Code));
        Assert.Matches("Packs +size 1.0.0 \\(CN\\), 1 that met no row\n", without.Output);
        Assert.DoesNotContain("plan", without.Output, StringComparison.Ordinal);
        Assert.Matches("Packs +plan 1.0.0, size 1.0.0 \\(CN\\)\n", with.Output);
        Refuses(Evaluate(data, "--pack", "plan=s2"), "the data has no school `s2` (did you mean `s1`?)");
        Refuses(Evaluate(data, "--pack", "plan=s2", "--lang", "zh"), "数据里没有学校 `s2`（是否指 `s1`？）");
    }

    [Fact]
    public void A_rule_that_is_replaced_on_every_row_is_not_said_to_have_met_none()
    {
        _folder.WithPack("\"region\": \"CN\"", "\"region\": \"370000\", \"extends\": \"size\"", "province");
        string pack = Path.Combine(_folder.Packs, "province", "pack.json");
        string text = File.ReadAllText(pack).Replace("\"id\": \"size\"", "\"id\": \"province\"", StringComparison.Ordinal).Replace("\"max\": 45", "\"max\": 40", StringComparison.Ordinal);
        File.WriteAllText(pack, text.Replace("\"id\": \"most\"", "\"id\": \"most\", \"overrides\": \"size/most\"", StringComparison.Ordinal));
        string report = Evaluate(_folder.Snapshot("\"enrolment\": 43"), "--lang", "en").Output;
        Assert.Contains("size/most (province)", report, StringComparison.Ordinal);
        Assert.DoesNotContain("met no row", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("most")]
    [InlineData("size/most")]
    public void A_rule_may_be_named_by_either_id(string rule) => Assert.Equal(1, Evaluate(_folder.Snapshot("\"enrolment\": 46"), "--rule", rule).Code);

    [Fact]
    public void Without_any_date_the_day_must_be_given()
    {
        string data = _folder.Snapshot("\"enrolment\": 45", "\"covers\": [\"CN\"],");
        Refuses(Evaluate(data), "the data does not say its date: give the day of assessment as `--as-of DATE`");
        Refuses(Evaluate(data, "--lang", "zh"), "数据没有写明日期：请用 `--as-of 日期` 给出评估日期");
        Assert.Equal(0, Evaluate(data, "--as-of", "2026-09-01").Code);
    }

    [Fact]
    public void A_date_that_is_none_is_shown_before_the_day_is_asked_for()
    {
        string data = _folder.Snapshot("\"enrolment\": 45", "\"date\": \"2026/9/1\", \"covers\": [\"CN\"],");
        Tool run = Evaluate(data);
        Refuses(run, "the data does not say its date: give the day of assessment as `--as-of DATE`");
        Assert.Contains("`date` of `snapshot` wants a `date`", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "cannot read `nowhere.json`: there is no such file or folder")]
    [InlineData("zh", "无法读取 `nowhere.json`：没有这个文件或文件夹")]
    public void Data_that_is_not_there_is_told_by_the_name_that_was_given(string language, string message)
    {
        Tool run = Evaluate("nowhere.json", "--lang", language);
        Assert.Equal((4, $"compliance-rules: {message}\n"), (run.Code, run.Error));
        Assert.Equal(run.Error.Replace(".json", ".csv", StringComparison.Ordinal), Evaluate("nowhere.csv", "--lang", language).Error);
        Assert.Equal(run.Error.Replace(".json", string.Empty, StringComparison.Ordinal), Evaluate("nowhere", "--lang", language).Error);
    }

    [Fact]
    public void The_day_asked_for_comes_before_the_date_of_the_data()
    {
        string data = _folder.Snapshot("\"enrolment\": 46");
        Assert.Equal("2026-09-01", Json(data).GetProperty("asOf").GetString());
        JsonElement before = Json(data, "--as-of", "2020-08-31");
        Assert.Equal("2020-08-31", before.GetProperty("asOf").GetString());
        Assert.Equal("size/most", Assert.Single(before.GetProperty("notInForce").EnumerateArray()).GetString());
    }

    [Fact]
    public void Schools_without_a_region_give_64_until_one_is_given()
    {
        string data = _folder.Snapshot("\"enrolment\": 46", school: "\"name\": \"x\",");
        Refuses(Evaluate(data), "schools without a region: 1; give them one in the data, or all of them as `--region CODE`");
        Refuses(Evaluate(data, "--lang", "zh"), "1 所学校没有区划代码：请在数据中补上，或用 `--region 代码` 给出");
        Assert.Equal(1, Evaluate(data, "--region", "370322").Code);
    }

    [Fact]
    public void A_school_with_a_malformed_region_is_an_issue_and_is_judged_by_no_pack()
    {
        string data = _folder.Snapshot("\"enrolment\": 46", school: "\"region\": \"37-x\",");
        Tool run = Evaluate(data);
        Assert.Equal(0, run.Code);
        Assert.Contains("issues in the data: 1", run.Error, StringComparison.Ordinal);
        Tool strict = Evaluate(data, "--strict");
        Assert.Equal((4, string.Empty), (strict.Code, strict.Output));
    }

    [Theory]
    [InlineData("370322", 1)]
    [InlineData("370000", 1)]
    [InlineData("110000", 0)]
    public void Only_rows_of_the_region_asked_for_are_judged(string only, int code) => Assert.Equal(code, Evaluate(_folder.Snapshot("\"enrolment\": 46"), "--only", only).Code);

    [Theory]
    [InlineData("en", "compliance-rules: `--strict`: the data has unknown names, malformed codes, or files, sheets or columns that were left out, so it is not judged")]
    [InlineData("zh", "compliance-rules: `--strict`：数据中有不认识的名称或区划代码，或有未使用的文件、工作表、无名列，不予评估")]
    public void An_unknown_key_is_refused_only_on_request(string language, string refusal)
    {
        string data = _folder.Snapshot("\"enrolment\": 45, \"enrollment\": 50");
        Tool lenient = Evaluate(data, "--lang", language);
        Assert.Equal(0, lenient.Code);
        Assert.Contains("enrollment", lenient.Error, StringComparison.Ordinal);
        Tool strict = Evaluate(data, "--lang", language, "--strict");
        Assert.Equal((4, string.Empty), (strict.Code, strict.Output));
        Assert.Contains(refusal, strict.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_out_of_range_is_no_matter_of_strictness() => Assert.Equal(2, Evaluate(_folder.Snapshot("\"enrolment\": 900"), "--strict").Code);

    [Fact]
    public void Twenty_issues_are_listed_one_by_one() => Assert.Equal(20, Places(Issues(20)));

    [Fact]
    public void More_than_twenty_issues_are_told_by_kind_and_json_lists_them_all()
    {
        string error = Issues(25);
        Assert.Equal(2, Places(error));
        Assert.Contains("issues in the data: 25", error, StringComparison.Ordinal);
        Assert.Contains("values of `class.enrolment` that cannot be, which count as unknown: 25 (CR4024, first: ", error, StringComparison.Ordinal);
        Assert.Contains("--problems FILE marks them in a copy of the data", error, StringComparison.Ordinal);
        Assert.Equal(25, Json(Path.Combine(_folder.Path, "snapshot.json")).GetProperty("data").GetProperty("issues").GetArrayLength());
    }

    private static int Places(string error) => error.Split('\n').Count(l => l.Contains("snapshot.json(", StringComparison.Ordinal));

    private string Issues(int count)
    {
        string classes = string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{ "id": "{{i}}", "enrolment": 900 }"""));
        string data = _folder.Write("snapshot.json", $$"""{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["CN"], "schools": [ { "id": "s1", "region": "370322", "classes": [{{classes}}] } ] }""");
        return Evaluate(data).Error;
    }

    [Theory]
    [InlineData("en", "does not say which regions it covers")]
    [InlineData("zh", "没有声明覆盖范围")]
    public void Data_that_covers_nothing_is_noted(string language, string note)
    {
        Assert.Contains(note, Evaluate(_folder.Snapshot("\"enrolment\": 45", "\"date\": \"2026-09-01\","), "--lang", language).Error, StringComparison.Ordinal);
        Assert.Empty(Evaluate(_folder.Snapshot("\"enrolment\": 45"), "--lang", language).Error);
    }

    [Fact]
    public void A_duplicate_is_refused_or_skipped_and_listed()
    {
        string data = _folder.Write("snapshot.json", """
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["CN"], "schools": [ { "id": "s1", "region": "370322", "classes": [ { "id": "1", "enrolment": 45 }, { "id": "1", "enrolment": 45 } ] } ] }
            """);
        Assert.Equal(4, Evaluate(data).Code);
        Tool skipping = Evaluate(data, "--skip-malformed");
        Assert.Equal(0, skipping.Code);
        Assert.Contains("records skipped: 1", skipping.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_asked_for_holds_what_would_have_been_printed()
    {
        string data = _folder.Snapshot("\"enrolment\": 46");
        string target = Path.Combine(_folder.Path, "report");
        foreach (string format in (string[])["table", "json", "junit", "ndjson", "sarif"])
        {
            Tool printed = Evaluate(data, "--format", format);
            Tool written = Evaluate(data, "--format", format, "--out", target);
            Assert.Equal((1, string.Empty), (written.Code, written.Output));
            Assert.Equal(printed.Output, File.ReadAllText(target));
        }
    }

    [Fact]
    public void Everything_is_listed_on_request()
    {
        string data = _folder.Snapshot("\"enrolment\": 45");
        Assert.Empty(Json(data).GetProperty("findings").EnumerateArray());
        Assert.Equal("Compliant", Assert.Single(Json(data, "--all").GetProperty("findings").EnumerateArray()).GetProperty("verdict").GetString());
    }

    private Tool Evaluate(string data, params string[] options) => Tool.Run(["evaluate", data, "--packs", _folder.Packs, .. options]);

    private JsonElement Json(string data, params string[] options) => JsonDocument.Parse(Evaluate(data, ["--format", "json", .. options]).Output).RootElement;

    private static void Refuses(Tool run, string problem)
    {
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains($"compliance-rules: {problem}\n", run.Error, StringComparison.Ordinal);
    }
}
