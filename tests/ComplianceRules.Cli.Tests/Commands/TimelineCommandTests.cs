namespace ComplianceRules.Cli.Tests.Commands;

public sealed class TimelineCommandTests : IDisposable
{
    private const string Nation = """
        {
          "id": "cn", "version": "2026.1.0", "region": "CN", "language": "en", "title": { "en": "Nation" },
          "instruments": { "first": { "title": { "en": "First notice" }, "number": "1", "certainty": "read" }, "second": { "title": { "en": "Second notice" }, "certainty": "read" } },
          "facts": { "class": { "fields": { "minutes": { "type": "number", "unit": "min/d", "range": [0, 600], "step": 1 } } } },
          "parameters": { "most": { "unit": "min/d", "strictness": "lower", "values": [
            { "from": "2021-04-08", "value": 60, "source": { "instrument": "first", "clause": "2" } },
            { "from": "2027-01-01", "value": 30, "source": { "instrument": "second", "clause": "1" } } ] } },
          "rules": [ { "id": "homework", "area": "homework", "subject": "class", "title": { "en": "Written homework" }, "limit": { "of": "minutes", "max": "$most" },
            "binding": "mandatory", "source": { "instrument": "first", "clause": "2" }, "effective": { "from": "2021-04-08" } } ]
        }
        """;

    private const string County = """
        { "id": "cn-370322", "version": "1.0.0", "region": "370322", "language": "en", "title": { "en": "County" }, "extends": "cn",
          "instruments": { "plan": { "title": { "en": "County plan" }, "certainty": "read" } },
          "parameters": { "most": { "values": [ { "from": "2022-09-01", "value": 45, "source": { "instrument": "plan", "clause": "3" } } ] } } }
        """;

    private readonly TempFolder _folder = new();

    public TimelineCommandTests()
    {
        _folder.Write("packs/cn/pack.json", Nation);
        _folder.Write("packs/county/pack.json", County);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_prints_how_a_limit_developed_and_when_it_changes_next()
    {
        Tool run = Tool.Run(200, CancellationToken.None, "timeline", _folder.Packs, "--region", "370322", "--as-of", "2026-11-22", "--lang", "en");
        Assert.Equal(
            """

            Written homework (cn/homework)
              2021-04-08: in force, a breach counts as violation (cn)
                source: First notice, 1, clause 2, since 2021-04-08
                `most` in force: 60 min/d of cn 2026.1.0, First notice, 1, clause 2, since 2021-04-08
              2022-09-01 (holds now): other values
                `most` in force: 45 min/d of cn-370322 1.0.0, County plan, clause 3, since 2022-09-01
                  stricter than 60 min/d of cn 2026.1.0, First notice, 1, clause 2, since 2021-04-08
              2027-01-01: other values
                `most` in force: 30 min/d of cn 2026.1.0, Second notice, clause 1, since 2027-01-01
                  overtakes 45 min/d of cn-370322 1.0.0, County plan, clause 3, since 2022-09-01
              next change: 2027-01-01

            """,
            run.Output);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Units_are_named_as_people_read_them() =>
        Assert.Contains("60分钟/天", Tool.Run(200, CancellationToken.None, "timeline", _folder.Packs, "--lang", "zh").Output, StringComparison.Ordinal);

    [Fact]
    public void A_parameter_is_said_to_be_no_rule() => Assert.Contains(
        "`most` is a parameter, not a rule: name a rule that reads it; `whatif --parameter` tries its values", Tool.Run("timeline", _folder.Packs, "--rule", "most").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("370322", "2027-01-01", "no change is known after 2027-01-01")]
    [InlineData("440100", "2026-11-22", "next change: 2027-01-01")]
    public void The_next_change_is_that_of_the_region_after_the_day(string region, string day, string expected) =>
        Assert.Contains(expected, Tool.Run("timeline", _folder.Packs, "--region", region, "--as-of", day, "--lang", "en").Output, StringComparison.Ordinal);

    [Fact]
    public void Programs_read_it_as_json()
    {
        Tool run = Tool.Run("timeline", _folder.Packs, "--region", "370322", "--as-of", "2026-11-22", "--format", "json");
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(run.Output);
        System.Text.Json.JsonElement rule = json.RootElement.GetProperty("rules")[0];
        Assert.Equal("2027-01-01", rule.GetProperty("nextChange").GetString());
        Assert.Equal([60, 45, 30], rule.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("values")[0].GetProperty("value").GetInt32()));
    }

    [Theory]
    [InlineData("--rule", "homewrk", "unknown rule `homewrk` (did you mean `homework`?)")]
    [InlineData("--region", "9", "`--region`: `9` is no region code")]
    [InlineData("--as-of", "2026", "`2026`")]
    public void What_is_not_there_is_a_fault_of_usage(string option, string value, string expected)
    {
        Tool run = Tool.Run("timeline", _folder.Packs, option, value, "--lang", "en");
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_packs_end_it_with_their_problems()
    {
        _folder.Write("packs/county/pack.json", County.Replace("45", "70", StringComparison.Ordinal));
        Tool run = Tool.Run("timeline", _folder.Packs, "--lang", "en");
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Contains("CR3007", run.Error, StringComparison.Ordinal);
    }
}
