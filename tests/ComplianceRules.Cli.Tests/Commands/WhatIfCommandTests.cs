namespace ComplianceRules.Cli.Tests.Commands;

public sealed class WhatIfCommandTests
{
    private const string Homework = "homework.written_max";

    [Fact]
    public void The_unit_is_named_as_people_read_it() =>
        Assert.Contains("取值（分钟/天）", Run("--parameter", Homework, "--key", "primary", "--over", "50..60", "--step", "10", "--rule", "homework.written", "--lang", "zh").Output, StringComparison.Ordinal);

    [Fact]
    public void It_prints_how_many_rows_keep_each_rule_for_each_value()
    {
        Tool run = Run("--parameter", Homework, "--key", "primary", "--over", "50..60", "--step", "10", "--rule", "homework.written", "--lang", "en");
        Assert.Equal(
            """
            Values of `homework.written_max[primary]` tried, as of 2026-09-01

            Mean daily written homework in grades 3 to 9 stays within the limit of the stage
            (cn/homework.written, of the pack cn)

              Value (min/d)   Share  Compl.  Non-c.  Undet.  N/A  Waived
            ─────────────────────────────────────────────────────────────
               as it stands  95.58%      65       3       2   20       -
                         50  80.88%      55      13       2   20       -
                         60  95.58%      65       3       2   20       -


            """,
            run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Programs_read_it_as_csv()
    {
        Tool run = Run("--parameter", "school_time.lessons_start_earliest", "--key", "primary", "--over", "08:10..08:20", "--step", "10", "--format", "csv");
        Assert.Equal(
            """
            rule,pack,parameter,key,unit,value,share,compliant,nonCompliant,undetermined,notApplicable,waived
            cn/school_time.lessons-start,cn,school_time.lessons_start_earliest,primary,,08:10,0.9777,88,2,0,0,0
            cn/school_time.lessons-start,cn,school_time.lessons_start_earliest,primary,,08:20,0.9666,87,3,0,0,0

            """,
            run.Output);
    }

    [Fact]
    public void Programs_read_it_as_json_from_a_file()
    {
        using TempFolder folder = new();
        string file = Path.Combine(folder.Path, "out.json");
        Assert.Equal((0, string.Empty), (Run("--parameter", Homework, "--key", "primary", "--over", "30..90", "--format", "json", "--out", file) is var run ? (run.Code, run.Output) : default));
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(file));
        System.Text.Json.JsonElement rule = json.RootElement.GetProperty("rules")[1];
        Assert.Equal(("cn/homework.written", 61), (rule.GetProperty("rule").GetString(), rule.GetProperty("counts").GetArrayLength()));
        Assert.Equal((30, 38), (rule.GetProperty("counts")[0].GetProperty("value").GetInt32(), rule.GetProperty("counts")[0].GetProperty("compliant").GetInt32()));
        Assert.Equal(65, rule.GetProperty("now").GetProperty("compliant").GetInt32());
    }

    [Theory]
    [InlineData("class", false)]
    [InlineData("class", true)]
    [InlineData("region", false)]
    [InlineData("region", true)]
    public void Waived_rows_are_counted_apart_and_are_not_compliant_in_the_share(string reach, bool byPack)
    {
        using TempFolder folder = new();
        string subject = reach == "class" ? "\"subject\": \"class:s1/1\"" : "\"region\": \"370322\"";
        string waivers = $$""" "waivers": [ { "rule": "size/most", {{subject}}, "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": "x", "instrument": "law", "reason": "r" } ] """;
        string limit = TempFolder.Pack.Replace("\"max\": 45", "\"max\": \"$most\"", StringComparison.Ordinal)
            .Replace("\"rules\":", """ "parameters": { "most": { "unit": "pupil", "strictness": "lower", "values": [ { "from": null, "value": 45 } ] } }, "rules":""", StringComparison.Ordinal);
        folder.Write("packs/size/pack.json", byPack ? limit.Replace("\"rules\": [", $"{waivers}, \"rules\": [", StringComparison.Ordinal) : limit);
        string data = folder.Write("d.json", """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [ { "id": "s1", "region": "370322", "classes": [ { "id": "1", "enrolment": 50 } ] }, { "id": "s2", "region": "370321", "classes": [ { "id": "1", "enrolment": 40 }, { "id": "2", "enrolment": 30 } ] } ] }""");
        string[] file = byPack ? [] : ["--waivers", folder.Write("w.json", $$"""{ {{waivers}} }""")];
        Tool run = Tool.Run(["whatif", data, "--packs", folder.Packs, "--parameter", "most", "--over", "35..50", "--step", "15", "--format", "csv", .. file]);
        Assert.Equal(0, run.Code);
        Assert.Equal(["size/most,size,most,,pupil,35,0.3333,1,1,0,0,1", "size/most,size,most,,pupil,50,1,3,0,0,0,0"], run.Output.Split('\n')[1..3]);
        Tool table = Tool.Run(["whatif", data, "--packs", folder.Packs, "--parameter", "most", "--over", "35..50", "--step", "15", .. file]);
        Assert.Contains("share: waived rows do not count as compliant", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_waivers_that_is_wrong_ends_it()
    {
        Tool run = Run("--parameter", Homework, "--key", "primary", "--over", "1..2", "--waivers", Tool.Gaoqing);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains("error CR", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("homework.writen_max", "1..2", "CR3300")]
    [InlineData(Homework, "1..2", "CR3301")]
    [InlineData("class_size.large_from", "30", "`30` is no range")]
    [InlineData("class_size.large_from", "30..", "`30..` is no range")]
    [InlineData("class_size.large_from", "..", "`..` is no range")]
    [InlineData("class_size.large_from", "9..3", "CR3306")]
    [InlineData("class_size.large_from", "a..b", "`a` is no number")]
    [InlineData("class_size.large_from", "1..2..3", "`2..3` is no number")]
    [InlineData("class_size.large_from", "0..1e300", "there are >1000000000 values, and 10000 are allowed")]
    public void What_does_not_fit_is_a_fault_of_usage(string parameter, string over, string expected)
    {
        Tool run = Run("--parameter", parameter, "--over", over, "--lang", "en");
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "from 9 to 3 there is no value", "unknown rule `nope`")]
    [InlineData("zh", "从 9 到 3", "`nope`")]
    public void What_is_wrong_is_told_in_both_languages(string language, string range, string rule)
    {
        Assert.Contains(range, Run("--parameter", "class_size.large_from", "--over", "9..3", "--lang", language).Error, StringComparison.Ordinal);
        Tool unknown = Run("--parameter", "class_size.large_from", "--over", "1..2", "--rule", "nope", "--lang", language);
        Assert.Equal((64, string.Empty), (unknown.Code, unknown.Output));
        Assert.Contains(rule, unknown.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_that_no_rule_reads_is_a_fault_of_usage()
    {
        using TempFolder folder = new TempFolder().WithPack("\"rules\":", """ "parameters": { "idle": { "unit": "pupil", "strictness": "lower", "values": [ { "from": null, "value": 45 } ] } }, "rules":""");
        Tool run = Tool.Run("whatif", folder.Snapshot("\"enrolment\": 44"), "--packs", folder.Packs, "--parameter", "idle", "--over", "1..2");
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains("CR3309", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "nothing was judged")]
    [InlineData("zh", "没有评估任何数据")]
    public void Data_without_a_school_is_said_to_be_empty(string language, string expected)
    {
        using TempFolder folder = new();
        string data = folder.Write("none.json", """{ "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [] }""");
        Tool run = Tool.Run("whatif", data, "--packs", Tool.Packs, "--parameter", Homework, "--key", "primary", "--over", "1..2", "--format", "csv", "--lang", language);
        Assert.Equal((0, "cn/homework.written,cn,homework.written_max,primary,min/d,1,,0,0,0,0,0"), (run.Code, run.Output.Split('\n')[3]));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "there is no folder `none`")]
    [InlineData("zh", "没有文件夹 `none`")]
    public void Packs_that_are_not_there_end_it(string language, string expected)
    {
        Tool run = Tool.Run("whatif", Tool.Gaoqing, "--packs", "none", "--parameter", Homework, "--over", "1..2", "--lang", language);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Refused_data_gives_programs_its_problems()
    {
        using TempFolder folder = new();
        folder.Write("bad.json", "[]");
        Tool run = Tool.Run("whatif", Path.Combine(folder.Path, "bad.json"), "--packs", Tool.Packs, "--parameter", Homework, "--key", "primary", "--over", "1..2", "--format", "json");
        Assert.Equal(4, run.Code);
        Assert.StartsWith("[", run.Output, StringComparison.Ordinal);
    }

    private static Tool Run(params string[] options) => Tool.Run(["whatif", Tool.Gaoqing, "--packs", Tool.Packs, .. options]);
}
