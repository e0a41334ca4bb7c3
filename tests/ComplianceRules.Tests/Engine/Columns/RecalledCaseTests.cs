using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Conditions of few facts and computed numbers at the edges of what columns keep, each said of by both engines.</summary>
public sealed class RecalledCaseTests
{
    private const string Facts = """
        { "class": { "fields": {
            "name": { "type": "text" }, "kind": { "type": "enum", "values": { "x": "甲", "y": "乙" } }, "subjects": { "type": "set", "values": { "art": "美术", "music": "音乐" } },
            "n": { "type": "number", "unit": "1", "range": [0, 300], "step": 1 }, "m": { "type": "number", "unit": "1", "range": [-1000000, 1000000], "step": 1 },
            "f": { "type": "number", "unit": "1", "range": [0, 1000] }, "g": { "type": "number", "unit": "1", "range": [0, 1000] },
            "opened": { "type": "date" }, "starts": { "type": "time", "range": ["05:00", "12:00"] } } } }
        """;

    private const string Half = """{ "half": { "unit": "1", "strictness": "none", "values": [ { "from": null, "value": 5 } ] } }""";

    [Theory]
    [InlineData("name.contains('7')")]
    [InlineData("name.size() > 3 || name.startsWith('n1')")]
    [InlineData("name in ['n1', 'n2'] || !has(kind)")]
    [InlineData("'art' in subjects")]
    [InlineData("subjects.contains_all(['art', 'music'])")]
    [InlineData("subjects == ['art'] && kind == 'x'")]
    [InlineData("(n > 150 ? 'x' : 'y') == kind")]
    [InlineData("year(opened) % 2 == 0")]
    [InlineData("(name.contains('1') ? n : 3.0) % 7 == 3.0")]
    [InlineData("m % 4 == -1 || m % n > 2")]
    [InlineData("f / g < 0.1")]
    [InlineData("f / g + 1.0 == 1.1")]
    [InlineData("(f - 0.1) / (g - 1.0) >= 0.0")]
    [InlineData("opened + days(1) > date('2025-01-01')")]
    [InlineData("opened - days(1) < date('2025-01-01')")]
    [InlineData("starts + minutes(30) == time('08:30')")]
    [InlineData("(has(name) ? f : n) > 7.5")]
    [InlineData("n in [m, 6]")]
    public void Both_engines_say_the_same_of(string condition)
    {
        string rule = PackText.Rule(kind: $"\"require\": \"{condition}\"");
        VerdictCounts counts = Both([PackText.Pack(facts: Facts, rules: $"[{rule}]")], Snapshot(200)).Counts;
        Assert.Equal(200, counts.Compliant + counts.NonCompliant + counts.Undetermined);
        Assert.True(counts.Compliant > 0 && counts.NonCompliant > 0, $"{counts}");
    }

    [Theory]
    [InlineData(null, 3, 0)]
    [InlineData(8, 2, 1)]
    public void A_share_of_a_region_reads_the_limit_of_the_region_whatever_the_stacks_of_its_rows_say(int? county, int compliant, int broken)
    {
        string facts = Facts.Replace("{ \"class\"", "{ \"region\": { \"fields\": { \"rooms\": { \"type\": \"number\", \"unit\": \"1\", \"range\": [0, 9] } } }, \"class\"", StringComparison.Ordinal);
        string rule = PackText.Rule(kind: "\"share\": { \"of\": \"classes\", \"that\": \"n >= param('half') && name.size() < param('half')\", \"min\": 50 }", subject: "region");
        string nation = PackText.Pack("n", facts: facts, parameters: Half, rules: $"[{rule}]");
        string[] packs = county is null ? [nation] : [nation, PackText.Pack("c", "370322", "{}", Inner(county.Value), more: ", \"extends\": \"n\"")];
        const string Snapshot = """
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370000"], "regions": [ { "code": "370000" }, { "code": "370322" } ],
              "schools": [ { "id": "s", "region": "370322", "classes": [ { "id": "1", "n": 6, "name": "a" }, { "id": "2", "n": 7, "name": "b" }, { "id": "3", "n": 1, "name": "c" } ] } ] }
            """;
        VerdictCounts counts = Both(packs, Snapshot).Counts;
        Assert.Equal((compliant, broken), (counts.Compliant, counts.NonCompliant));
    }

    private static string Inner(int value) => $$"""{ "half": { "relaxes": { "authority": "省厅", "instrument": "law" }, "values": [ { "from": null, "value": {{value}} } ] } }""";

    // Names of more than 64 texts, so that they are no keys of a register; every ninth fact is missing, each another.
    private static string Snapshot(int classes)
    {
        string[] days = ["2025-03-01", "2024-03-01", "9999-12-31", "0001-01-01", "2026-01-31"];
        string[] numbers = ["0.1", "0.3", "1", "3", "0", "7.6"];
        IEnumerable<string> rows = Enumerable.Range(0, classes).Select(i =>
        {
            string[] members =
            [
                $"\"name\": \"n{i}\"", $"\"kind\": \"{(i % 3 == 0 ? "x" : "y")}\"", $"\"subjects\": [{(i % 4) switch { 0 => "\"art\"", 1 => "\"art\", \"music\"", 2 => "\"music\"", _ => string.Empty }}]",
                $"\"n\": {i % 301 * 3 % 301}", $"\"m\": {((i * 7919) % 2001) - 1000}", $"\"f\": {numbers[i % 6]}", $"\"g\": {numbers[i / 6 % 6]}",
                $"\"opened\": \"{days[i % 5]}\"", $"\"starts\": \"0{7 + (i % 2)}:00\"",
            ];
            return $"{{ \"id\": \"{i.ToString(CultureInfo.InvariantCulture)}\", {string.Join(", ", members.Where((_, m) => (i + m) % 11 != 0))} }}";
        });
        return Judged.School(string.Join(",\n", rows));
    }

    private static Assessment Both(string[] packs, string snapshot)
    {
        Assessment columns = Judged.Of(packs, snapshot);
        Assessment interpreted = Judged.Of(packs, snapshot, options: new RunOptions { Engine = JudgingEngine.Reference });
        Assert.Equal(interpreted.Counts, columns.Counts);
        Assert.Equal(interpreted.Findings.Select(f => (f.Subject?.ToString(), f.Verdict)), columns.Findings.Select(f => (f.Subject?.ToString(), f.Verdict)));
        return columns;
    }
}
