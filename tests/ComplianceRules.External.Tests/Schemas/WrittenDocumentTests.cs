using ComplianceRules.External.Tests.RealData;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

/// <summary>Whatever the tool writes for programs keeps a schema, and the schemas refuse what is spoilt.</summary>
public sealed class WrittenDocumentTests
{
    private const string Data = "samples/gaoqing/snapshot.json";
    private const string Packs = SmallPacks.Folder;
    private const string Composed = "tests/packs/good/composed";
    private const string Kinds = "tests/packs/good/kinds";
    private const string Waived = "tests/packs/good/waivers-and-composites";
    private const string Seasons = "tests/packs/good/seasons-and-calendars";

    [Theory]
    [InlineData("timeline", $"timeline {Packs} --format json")]
    [InlineData("timeline", $"timeline {Composed} --as-of 2021-01-01 --region 370322 --format json")]
    [InlineData("timeline", $"timeline {Seasons} --format json")]
    [InlineData("stats", $"stats {Packs} --format json")]
    [InlineData("stats", $"stats {Composed} --format json")]
    [InlineData("proofs", $"prove {Packs} --format json")]
    [InlineData("proofs", $"prove {Composed} --format json")]
    [InlineData("proofs", "prove tests/packs/bad/CR3201-values-that-loosen --format json")]
    [InlineData("proofs", "prove tests/packs/bad/CR3206-replaced-by-a-rule-that-cannot-be-followed --format json")]
    [InlineData("diff", $"diff {Packs} {Packs} --format json")]
    [InlineData("diff", $"diff {Composed} {Seasons} --format json")]
    [InlineData("diff", $"diff {Seasons} {Composed} --format json")]
    [InlineData("diff", $"diff {Packs} {Waived} --snapshot {Data} --format json")]
    [InlineData("diff", $"diff {Kinds} {Packs} --snapshot {Data} --format json")]
    [InlineData("whatif", $"whatif {Data} --packs {Packs} --parameter homework.written_max --key primary --over 30..90 --step 7.5 --format json")]
    [InlineData("whatif", $"whatif {Data} --packs {Packs} --parameter school_time.lessons_start_earliest --key primary --over 08:00..08:20 --format json")]
    [InlineData("waivers", $"waivers {Data} --packs {Waived} --format json")]
    [InlineData("waivers", $"waivers {Data} --packs {Packs} --format json")]
    [InlineData("test-report", $"test {Packs} --format json")]
    [InlineData("test-report", $"test {Kinds} --format json")]
    [InlineData("test-report", $"test {Seasons} --format json")]
    [InlineData("test-report", $"test {Composed} --format json")]
    [InlineData("diagnostics", "check tests/packs/mistakes --format json")]
    [InlineData("diagnostics", $"check {Packs} --format json")]
    [InlineData("diagnostics", $"evaluate tests/packs/mistakes/pack.json --packs {Packs} --format json")]
    [InlineData("assessment", $"evaluate {Data} --packs {Composed} --all --format json")]
    [InlineData("assessment", $"evaluate {Data} --packs {Waived} --format json")]
    [InlineData("explanation", $"explain {Data} --packs {Composed} --subject class:3703220001/504 --rule nation/homework --format json")]
    [InlineData("explanation", $"explain {Data} --packs {Composed} --subject class:3703220001/504 --rule nation/exact --format json")]
    public async Task What_is_written_keeps_its_schema(string schema, string command)
    {
        ExternalProcess run = await Tool.Run(command.Split(' '));
        Assert.NotEmpty(run.Output);
        string[] errors = Assert.Single(await Ajv.Validate((schema, run.Output)));
        Assert.True(errors.Length == 0, $"{string.Join('\n', errors)}\n{run.Error}");
    }

    [Theory]
    [InlineData(Packs)]
    [InlineData(Waived)]
    public async Task The_lines_of_a_part_keep_their_schema(string packs)
    {
        ExternalProcess run = await Tool.Run("evaluate", Data, "--packs", packs, "--shard", "1/1", "--all", "--corrections");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length > 5, run.Error);
        Assert.All(await Ajv.Validate([.. lines.Select(line => ("part", line))]), Assert.Empty);
    }

    [Fact]
    public async Task A_comparison_keeps_its_schema()
    {
        string folder = Directory.CreateTempSubdirectory("compliance-rules").FullName;
        (string before, string after) = (Path.Combine(folder, "before.json"), Path.Combine(folder, "after.ndjson"));
        await Tool.Run("evaluate", Data, "--packs", Packs, "--all", "--format", "json", "--out", before);
        await Tool.Run("evaluate", Data, "--packs", Waived, "--format", "ndjson", "--out", after);
        foreach (string[] pair in (string[][])[[before, after], [after, before], [before, before]])
        {
            ExternalProcess run = await Tool.Run("compare", pair[0], pair[1], "--format", "json");
            Assert.NotEmpty(run.Output);
            Assert.Empty((await Ajv.Validate(("comparison", run.Output)))[0]);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_line_of_a_batch_keeps_its_schema()
    {
        string file = Path.GetTempFileName();
        string[] lines =
        [
            """{ "expression": "x + 1", "facts": { "x": 2 } }""", """{ "id": "b", "expression": "[1, 2.5]" }""", """{ "expression": "['a']" }""", """{ "expression": "as_of", "asOf": "2026-09-01" }""",
            """{ "expression": "x > 1", "facts": { "x": null } }""", """{ "expression": "x >" }""", """{ "expression": "true" }""", "[]",
        ];
        await File.WriteAllLinesAsync(file, lines);
        ExternalProcess run = await Tool.Run("eval", "--batch", file);
        string[] written = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, written.Length);
        Assert.All(await Ajv.Validate([.. written.Select(line => ("trial", line))]), Assert.Empty);
    }

    [Theory]
    [InlineData("timeline", $"timeline {Composed} --format json", "\"inForce\": true", "\"inForce\": 1", "\"role\": \"", "\"role\": \"of ", "\"steps\"", "\"step\"")]
    [InlineData("stats", $"stats {Composed} --format json", "\"all\": ", "\"all\": -", "\"mandatory\"", "\"must\"", "\"template\": false", "\"template\": 0")]
    [InlineData("proofs", $"prove {Composed} --format json", "\"outcome\": \"stricter\"", "\"outcome\": \"Stricter\"", "\"until\": \"", "\"until\": \"x", "\"changes\"", "\"change\"")]
    [InlineData("diff", $"diff {Packs} {Waived} --snapshot {Data} --format json", "\"kind\": \"ruleAdded\"", "\"kind\": \"RuleAdded\"", "\"to\": null", "\"to\": \"none\"", "\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("whatif", $"whatif {Data} --packs {Packs} --parameter homework.written_max --key primary --over 30..90 --format json", "\"compliant\": ", "\"compliant\": -", "\"share\": 0.", "\"share\": 2.", "\"now\"", "\"before\"")]
    [InlineData("waivers", $"waivers {Data} --packs {Waived} --format json", "\"kind\": \"reason\"", "\"kind\": \"excuse\"", "\"from\": \"2026", "\"from\": \"26", "\"place\"", "\"line\"")]
    [InlineData("test-report", $"test {Seasons} --format json", "\"limit\"", "\"Limit\"", "\"season\": \"", "\"season\": \"x", "\"percent\"", "\"share\"", "\"Undetermined\"", "\"Waived\"")]
    [InlineData("diagnostics", "check tests/packs/mistakes --format json", "\"severity\": \"error\"", "\"severity\": \"Error\"", "\"code\": \"CR", "\"code\": \"", "\"help\"", "\"remedy\"")]
    public async Task What_is_spoilt_is_refused(string schema, string command, params string[] parts)
    {
        string good = (await Tool.Run(command.Split(' '))).Output;
        Assert.All(parts.Where((_, i) => i % 2 == 0), part => Assert.Contains(part, good, StringComparison.Ordinal));
        string[][] errors = await Ajv.Validate([.. parts.Chunk(2).Select(p => (schema, good.Replace(p[0], p[1], StringComparison.Ordinal)))]);
        Assert.All(errors, found => Assert.NotEmpty(found));
    }

    [Fact]
    public void Every_schema_is_named_where_formats_are_told_of()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("docs/data-format.md"));
        Assert.All(Directory.GetFiles(RepositoryRoot.Combine("rulepacks"), "*.schema.json"), file => Assert.Contains(Path.GetFileName(file), page, StringComparison.Ordinal));
    }
}
