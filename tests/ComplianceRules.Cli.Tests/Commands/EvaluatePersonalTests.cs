using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluatePersonalTests : IDisposable
{
    private const string Pack = """
        {
          "id": "sleep", "version": "1.0.0", "region": "CN", "language": "en", "title": { "en": "Sleep", "zh": "睡眠" },
          "instruments": { "law": { "kind": "law", "title": { "en": "The law", "zh": "某法" }, "certainty": "read" } },
          "facts": {
            "pupil": { "parent": "class", "children": "pupils", "personal": true, "title": { "en": "pupil", "zh": "学生" }, "fields": {
              "name": { "type": "text", "title": { "en": "name", "zh": "姓名" } },
              "bedtime": { "type": "time", "range": ["17:00", "30:00"], "title": { "en": "bedtime", "zh": "就寝时间" } } } },
            "visit": { "parent": "pupil", "children": "visits", "title": { "en": "visit", "zh": "就诊" }, "fields": { "paid": { "type": "bool", "title": { "en": "paid", "zh": "已付" } } } } },
          "rules": [
            { "id": "bed", "area": "sleep", "subject": "pupil", "title": { "en": "In bed by 21:20", "zh": "21:20前就寝" }, "limit": { "of": "bedtime", "max": "time('21:20')" },
              "binding": "mandatory", "source": { "instrument": "law", "clause": "1" }, "effective": { "from": "2020-09-01" } },
            { "id": "paid", "area": "sleep", "subject": "visit", "title": { "en": "Visits are paid", "zh": "就诊付费" }, "require": "paid",
              "binding": "mandatory", "source": { "instrument": "law", "clause": "2" }, "effective": { "from": "2020-09-01" } },
            { "id": "share", "area": "sleep", "subject": "class", "title": { "en": "Most are in bed", "zh": "多数早睡" }, "share": { "of": "pupils", "that": "bedtime <= time('21:20')", "min": 95 },
              "binding": "mandatory", "source": { "instrument": "law", "clause": "3" }, "effective": { "from": "2020-09-01" } } ]
        }
        """;

    private readonly TempFolder _folder = new();

    public EvaluatePersonalTests() => _folder.Write("packs/sleep/pack.json", Pack);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en", "Persons: counted, never named; fewer than 3 are <3", "In bed by 21:20 (sleep/bed, violation)", "class:s/1: non-compliant <3")]
    [InlineData("zh", "个人：只计人数，不列姓名；不足 3 人记为 <3", "21:20前就寝（sleep/bed，违规）", "class:s/1：不合规 <3")]
    public void The_table_counts_persons_by_class(string language, string heading, string rule, string count)
    {
        Tool run = Evaluate(Snapshot(Pupil("p1", "23:00"), Pupil("p2", "21:00")), "--lang", language, "--rule", "bed");
        Assert.Equal(1, run.Code);
        Assert.Contains(heading, run.Output, StringComparison.Ordinal);
        Assert.Contains(rule, run.Output, StringComparison.Ordinal);
        Assert.Contains(count, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("No breaches", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("没有不合规", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("p1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_counts_persons_and_lists_them_on_request_only()
    {
        string data = Snapshot(Pupil("p1", "23:00", "Ann"), Pupil("p2", "21:00"));
        JsonElement counted = Json(data, "--format", "json", "--rule", "bed");
        Assert.Empty(counted.GetProperty("findings").EnumerateArray());
        JsonElement count = Assert.Single(counted.GetProperty("persons").EnumerateArray());
        Assert.Equal(("s/1", "NonCompliant", "<3"), (count.GetProperty("parent").GetProperty("id").GetString(), count.GetProperty("verdict").GetString(), count.GetProperty("rows").GetString()));
        Assert.Equal("<3", counted.GetProperty("summary").GetProperty("byRule").GetProperty("sleep/bed").GetProperty("compliant").GetString());
        JsonElement listed = Json(data, "--format", "json", "--rule", "bed", "--include-personal");
        Assert.Equal("s/1/p1", Assert.Single(listed.GetProperty("findings").EnumerateArray()).GetProperty("subject").GetProperty("id").GetString());
        Assert.Equal(1, listed.GetProperty("summary").GetProperty("byRule").GetProperty("sleep/bed").GetProperty("compliant").GetInt32());
        Assert.Contains("Ann", Evaluate(data, "--format", "ndjson", "--include-personal").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "`--include-personal` lists persons, so it goes with `--format json` or `--format ndjson` only")]
    [InlineData("zh", "`--include-personal` 会列出个人，只能与 `--format json` 或 `--format ndjson` 同用")]
    public void No_format_for_people_is_ever_asked_to_name_persons(string language, string refusal)
    {
        foreach (string[] options in (string[][])[[], ["--format", "table"], ["--format", "csv"], ["--format", "markdown"], ["--format", "xlsx"]])
        {
            Tool run = Evaluate(Snapshot(Pupil("p1", "23:00")), ["--include-personal", "--lang", language, .. options]);
            Assert.Equal((64, string.Empty), (run.Code, run.Output));
            Assert.Contains(refusal, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void More_than_twenty_counts_are_listed_on_request()
    {
        string data = Write(string.Join(',', Enumerable.Range(10, 25).Select(i => $$"""{ "id": "{{i}}", "pupils": [ {{Pupil("p", "23:00")}} ] }""")));
        string counted = Evaluate(data, "--rule", "bed").Output;
        Assert.Contains("... and 5 more; --all lists them all", counted, StringComparison.Ordinal);
        Assert.DoesNotContain("class:s/30:", counted, StringComparison.Ordinal);
        Assert.Contains("class:s/34:", Evaluate(data, "--rule", "bed", "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_report_of_any_data_shows_an_id_or_a_text_of_a_person()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            List<string> secrets = [];
            string data = Random(new Random(seed), secrets);
            foreach (string format in (string[])["table", "csv", "json", "junit", "markdown", "ndjson", "sarif"])
            {
                foreach (string language in (string[])["en", "zh"])
                {
                    string[] options = seed % 2 == 0 ? ["--all"] : [];
                    Tool run = Evaluate(data, ["--format", format, "--lang", language, "--skip-malformed", .. options]);
                    Assert.NotEmpty(run.Output);
                    string everything = run.Output + run.Error;
                    Assert.All(secrets, secret => Assert.DoesNotContain(secret, everything, StringComparison.Ordinal));
                }
            }

            string told = Evaluate(data, "--format", "json", "--skip-malformed", "--include-personal", "--all").Output;
            Assert.Contains(secrets, secret => told.Contains(secret, StringComparison.Ordinal));
        }
    }

    // Times that are impossible, ids twice, parents that are not there: all that a message may want to show.
    private string Random(Random random, List<string> secrets)
    {
        IEnumerable<string> classes = Enumerable.Range(1, random.Next(1, 4)).Select(i =>
            $$"""{ "id": "{{i}}", "pupils": [{{string.Join(',', Enumerable.Range(0, random.Next(1, 9)).Select(_ => RandomPupil(random, secrets)))}}] }""");
        string orphan = $$"""{ "id": "{{Secret(random, secrets)}}", "class": "s/9" }""";
        return Write(string.Join(',', classes), $", \"pupils\": [{orphan}]");
    }

    private static string RandomPupil(Random random, List<string> secrets)
    {
        string id = random.Next(5) == 0 && secrets.Count > 0 ? secrets[^1] : Secret(random, secrets);
        string bedtime = random.Next(4) switch { 0 => "\"21:00\"", 1 => "\"22:00\"", 2 => $"\"{Secret(random, secrets)}\"", _ => "null" };
        string visits = $$"""[ { "id": "{{Secret(random, secrets)}}", "paid": {{(random.Next(2) == 0 ? "false" : "null")}} } ]""";
        return $$"""{ "id": "{{id}}", "name": "{{Secret(random, secrets)}}", "bedtime": {{bedtime}}, "visits": {{visits}} }""";
    }

    private static string Secret(Random random, List<string> secrets)
    {
        secrets.Add($"秘Qz{random.Next().ToString("x8", CultureInfo.InvariantCulture)}");
        return secrets[^1];
    }

    private static string Pupil(string id, string bedtime, string name = "x") => $$"""{ "id": "{{id}}", "name": "{{name}}", "bedtime": "{{bedtime}}" }""";

    private string Snapshot(params string[] pupils) => Write($$"""{ "id": "1", "pupils": [{{string.Join(',', pupils)}}] }""");

    private string Write(string classes, string more = "") => _folder.Write("snapshot.json", $$"""
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["CN"], "schools": [ { "id": "s", "region": "370322", "classes": [{{classes}}] } ]{{more}} }
        """);

    private Tool Evaluate(string data, params string[] options) => Tool.Run(["evaluate", data, "--packs", _folder.Packs, .. options]);

    private JsonElement Json(string data, params string[] options) => JsonDocument.Parse(Evaluate(data, options).Output).RootElement;
}
