namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluateExitCodeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_kept_gives_0() => Assert.Equal(0, Evaluate("\"enrolment\": 45").Code);

    [Fact]
    public void A_violation_gives_1() => Assert.Equal(1, Evaluate("\"enrolment\": 46").Code);

    [Theory]
    [InlineData("mandatory", "violation", 1)]
    [InlineData("mandatory", "never", 0)]
    [InlineData("principle", "violation", 0)]
    [InlineData("principle", "warning", 1)]
    [InlineData("principle", null, 1)]
    [InlineData("encouraged", null, 0)]
    [InlineData("encouraged", "warning", 0)]
    [InlineData("encouraged", "advice", 1)]
    [InlineData("target", "advice", 0)]
    [InlineData("target", "progress", 1)]
    public void A_breach_fails_the_run_from_the_severity_asked_for(string binding, string? failOn, int code)
    {
        _folder.WithPack("\"binding\": \"mandatory\"", $"\"binding\": \"{binding}\"");
        string[] options = failOn is null ? [] : ["--fail-on", failOn];
        Assert.Equal(code, Tool.Run(["evaluate", _folder.Snapshot("\"enrolment\": 46"), "--packs", _folder.Packs, .. options]).Code);
    }

    [Theory]
    [InlineData("mandatory", 2)]
    [InlineData("principle", 2)]
    [InlineData("encouraged", 0)]
    [InlineData("target", 0)]
    public void A_missing_fact_gives_2_for_rules_that_bind(string binding, int code)
    {
        _folder.WithPack("\"binding\": \"mandatory\"", $"\"binding\": \"{binding}\"");
        Assert.Equal(code, Tool.Run("evaluate", _folder.Snapshot("\"enrolment\": null"), "--packs", _folder.Packs).Code);
    }

    [Fact]
    public void A_breach_that_may_not_fail_the_run_does_not_hide_a_missing_fact()
    {
        _folder.WithPack();
        string data = _folder.Write("snapshot.json", """
            { "schemaVersion": 1, "date": "2026-09-01", "covers": ["CN"], "schools": [ { "id": "s1", "region": "370322", "classes": [ { "id": "1", "enrolment": 46 }, { "id": "2" } ] } ] }
            """);
        Assert.Equal(1, Tool.Run("evaluate", data, "--packs", _folder.Packs).Code);
        Assert.Equal(2, Tool.Run("evaluate", data, "--packs", _folder.Packs, "--fail-on", "never").Code);
    }

    [Fact]
    public void Wrong_packs_give_3_with_a_caret_even_where_the_data_is_wrong_too()
    {
        _folder.WithPack("\"of\": \"enrolment\"", "\"of\": \"enrollment\"");
        Tool run = Tool.Run("evaluate", Path.Combine(_folder.Path, "missing.json"), "--packs", _folder.Packs);
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        string[] lines = run.Error.Split('\n');
        Assert.Contains("pack.json(", lines[0], StringComparison.Ordinal);
        Assert.Contains("(did you mean `enrolment`?)", lines[0], StringComparison.Ordinal);
        Assert.Equal("enrollment", lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), "enrollment".Length));
    }

    [Fact]
    public void A_folder_of_packs_that_is_not_there_gives_3() =>
        Assert.Equal(3, Tool.Run("evaluate", _folder.Snapshot("\"enrolment\": 1"), "--packs", Path.Combine(_folder.Path, "nowhere")).Code);

    [Theory]
    [InlineData("{ \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"schools\": [ { \"id\": \"s1\"")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"schemaVersion\": 9 }")]
    public void Data_that_cannot_be_read_gives_4(string text)
    {
        _folder.WithPack();
        Tool run = Tool.Run("evaluate", _folder.Write("snapshot.json", text), "--packs", _folder.Packs);
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.Contains("snapshot.json", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "cannot read `")]
    [InlineData("zh", "无法读取 `")]
    public void Data_that_is_not_there_gives_4(string language, string message)
    {
        _folder.WithPack();
        Tool run = Tool.Run("evaluate", Path.Combine(_folder.Path, "missing.json"), "--packs", _folder.Packs, "--lang", language);
        Assert.Equal(4, run.Code);
        Assert.StartsWith($"compliance-rules: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_names_among_the_options_give_64_before_the_data_is_read()
    {
        _folder.WithPack();
        Assert.Equal(64, Tool.Run("evaluate", Path.Combine(_folder.Path, "missing.json"), "--packs", _folder.Packs, "--rule", "nonsense").Code);
    }

    [Fact]
    public void A_fault_of_the_tool_gives_70_in_one_line()
    {
        _folder.WithPack();
        using MemoryStream error = new();
        using BrokenStream output = new(new InvalidOperationException("this was not expected"));
        int code = Program.Run(["evaluate", _folder.Snapshot("\"enrolment\": 45"), "--packs", _folder.Packs], new Terminal(output, error, 80, colours: false), CancellationToken.None);
        Assert.Equal(70, code);
        string text = System.Text.Encoding.UTF8.GetString(error.ToArray());
        Assert.Equal("compliance-rules: unexpected error (InvalidOperationException: this was not expected); please report it with the command you used, `--verbose` shows where it happened\n", text);
    }

    [Fact]
    public void Verbose_says_where_a_fault_of_the_tool_happened()
    {
        _folder.WithPack();
        using MemoryStream error = new();
        using BrokenStream output = new(new InvalidOperationException("this was not expected"));
        Program.Run(["evaluate", _folder.Snapshot("\"enrolment\": 45"), "--packs", _folder.Packs, "--verbose"], new Terminal(output, error, 80, colours: false), CancellationToken.None);
        Assert.Contains("\n   at ComplianceRules.Cli", System.Text.Encoding.UTF8.GetString(error.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_goes_away_is_no_fault()
    {
        _folder.WithPack();
        using MemoryStream error = new();
        using BrokenStream output = new(new IOException("broken pipe", 32));
        int code = Program.Run(["evaluate", _folder.Snapshot("\"enrolment\": 45"), "--packs", _folder.Packs], new Terminal(output, error, 80, colours: false), CancellationToken.None);
        Assert.Equal((0, 0L), (code, error.Length));
    }

    [Fact]
    public void Output_that_cannot_be_written_gives_70()
    {
        _folder.WithPack();
        using MemoryStream error = new();
        using BrokenStream output = new(new IOException("the disk is full"));
        int code = Program.Run(["evaluate", _folder.Snapshot("\"enrolment\": 45"), "--packs", _folder.Packs], new Terminal(output, error, 80, colours: false), CancellationToken.None);
        Assert.Equal(70, code);
        Assert.Contains("the disk is full", System.Text.Encoding.UTF8.GetString(error.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "compliance-rules: cancelled\n")]
    [InlineData("zh", "compliance-rules: 已取消\n")]
    public void Cancellation_gives_130_and_leaves_no_file(string language, string message)
    {
        _folder.WithPack();
        string target = Path.Combine(_folder.Path, "report.json");
        string[] arguments = ["evaluate", _folder.Snapshot("\"enrolment\": 45"), "--packs", _folder.Packs, "--out", target, "--lang", language];
        Tool run = Tool.Run(80, new CancellationToken(canceled: true), arguments);
        Assert.Equal((130, string.Empty, message), (run.Code, run.Output, run.Error));
        Assert.False(File.Exists(target));
    }

    private Tool Evaluate(string fields)
    {
        _folder.WithPack();
        return Tool.Run("evaluate", _folder.Snapshot(fields), "--packs", _folder.Packs);
    }
}
