using System.Text;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvalCommandTests
{
    [Theory]
    [InlineData("1 + 1", "2 : int")]
    [InlineData("-1 + 2", "1 : int")]
    [InlineData("--19", "19 : int")]
    [InlineData("-x", "-5 : int")]
    [InlineData("x > 7", "false : bool")]
    [InlineData("'a\"b'", "\"a\\\"b\" : text")]
    [InlineData("['a', '班']", "[\"a\", \"班\"] : list")]
    [InlineData("as_of", "2026-09-01 : date")]
    public void A_value_is_printed_with_its_type(string expression, string expected)
    {
        Tool run = Send("{\"x\": 5}", "eval", expression, "--facts", "-", "--as-of", "2026-09-01");
        Assert.Equal(new Tool(0, expected + "\n", string.Empty), run);
    }

    [Fact]
    public void No_facts_are_needed() => Assert.Equal(new Tool(0, "true : bool\n", string.Empty), Tool.Run("eval", "1 < 2"));

    [Theory]
    [InlineData("en", "undetermined\n  cs.n (not given, 2 rows)\n  x (not given)\n")]
    [InlineData("zh", "无法确定\n  cs.n（未填，2 行）\n  x（未填）\n")]
    public void What_is_missing_is_listed(string language, string expected)
    {
        Tool run = Send("{\"x\": null, \"cs\": [{}, {\"n\": null}]}", "eval", "x > 1 && cs.all(c, c.n > 1)", "--facts", "-", "--lang", language);
        Assert.Equal(new Tool(2, expected, string.Empty), run);
    }

    [Fact]
    public void A_wrong_expression_is_shown_with_a_caret()
    {
        Tool run = Send("{\"enrolment\": 46}", "eval", "enrolmnt <= 45", "--facts", "-");
        Assert.Equal((3, string.Empty), (run.Code, run.Output));
        Assert.Equal(
            """
            expression(1,1): error CR2090: the facts given have no `enrolmnt` (did you mean `enrolment`?)
                enrolmnt <= 45
                ^~~~~~~~

            """.ReplaceLineEndings("\n"),
            run.Error);
    }

    [Fact]
    public void The_same_in_Chinese() =>
        Assert.StartsWith("expression(1,1): 错误 CR2090: 给出的事实中没有 `enrolmnt`", Send("{}", "eval", "enrolmnt <= 45", "--facts", "-", "--lang", "zh").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("[]", "true", 4)]
    [InlineData("{\"x\": 1, \"x\": 2}", "true", 4)]
    [InlineData("", "true", 4)]
    [InlineData("[]", "1 +", 3)]
    [InlineData("{}", "", 3)]
    [InlineData("{}", " ", 3)]
    [InlineData("{}", "\0", 3)]
    [InlineData("{}", "\ud800", 3)]
    public void Refusals_have_their_exit_codes(string facts, string expression, int code)
    {
        Tool run = Send(facts, "eval", expression, "--facts", "-");
        Assert.Equal((code, string.Empty), (run.Code, run.Output));
        Assert.Contains(" error CR", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_of_more_than_four_MiB_are_refused() => Assert.Equal(4, Send($"{{\"x\": \"{new string('a', 5_000_000)}\"}}", "eval", "true", "--facts", "-").Code);

    [Theory]
    [InlineData("nowhere.json", "eval", "true", "--facts")]
    [InlineData("", "eval", "true", "--facts")]
    [InlineData("", "eval", "--batch")]
    public void A_file_that_is_not_there_is_said(string file, params string[] words) => Assert.Equal(
        new Tool(4, string.Empty, $"compliance-rules: cannot read `{file}`: there is no such file or folder\n"), Tool.Run([.. words, file]));

    [Theory]
    [InlineData("eval", "give an expression, or a file of them with `--batch`")]
    [InlineData("eval x --batch -", "give either an expression or `--batch`, not both")]
    [InlineData("eval --facts - --batch -", "with `--batch` the facts stand in each line as `facts`, not in `--facts`")]
    [InlineData("eval x --as-of tomorrow", "`--as-of`: `tomorrow` is no date, write one like 2026-09-01")]
    [InlineData("eval x --fact -", "unknown option `--fact` (did you mean `--facts`?)")]
    [InlineData("eval x y", "unexpected argument `y`")]
    public void Wrong_usage_is_explained(string line, string problem)
    {
        Tool run = Tool.Run(line.Split(' '));
        Assert.Equal(64, run.Code);
        Assert.Contains($"compliance-rules: {problem}\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_gives_one_line_for_each_in_order()
    {
        string[] lines =
        [
            "{\"id\":\"a\",\"expression\":\"x / 2\",\"facts\":{\"x\":7}}",
            "{\"id\":\"b\",\"expression\":\"x > 1\",\"facts\":{\"x\":null}}",
            "{\"id\":\"c\",\"expression\":\"as_of\"}",
        ];
        Tool run = Send(string.Join('\n', lines), "eval", "--batch", "-", "--as-of", "2026-09-01");
        Assert.Equal(
            """
            {"id":"a","type":"int","value":3}
            {"id":"b","undetermined":["x"],"missing":[{"path":"x","reason":"absent","rows":1}]}
            {"id":"c","type":"date","value":"2026-09-01"}

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
    }

    [Fact]
    public void Output_that_cannot_be_written_is_not_blamed_on_the_batch()
    {
        using MemoryStream error = new();
        using BrokenStream output = new(new IOException("the disk is full"));
        using MemoryStream input = new(Encoding.UTF8.GetBytes("{\"expression\":\"1\"}"));
        int code = Program.Run(["eval", "--batch", "-"], new Terminal(output, error, 80, colours: false) { Input = input }, CancellationToken.None);
        string text = Encoding.UTF8.GetString(error.ToArray());
        Assert.Equal(70, code);
        Assert.Contains("the disk is full", text, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_goes_on_after_a_bad_line()
    {
        string tooLong = $"{{\"id\":\"l\",\"expression\":\"1\",\"facts\":{{\"x\":\"{new string('a', 4_200_000)}\"}}}}";
        Tool run = Send($"no json\r\n\r\n{{\"id\":1}}\n{tooLong}\n{{\"id\":\"z\",\"expression\":\"1\"}}\r\n", "eval", "--batch", "-");
        string[] lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((3, 5), (run.Code, lines.Length));
        Assert.All(lines[..4], (line, at) => Assert.EndsWith($"\"line\":{at + 1}}}", line, StringComparison.Ordinal));
        Assert.Contains("CR2092", lines[3], StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"z\",\"type\":\"int\",\"value\":1}", lines[4]);
    }

    [Fact]
    public void A_batch_may_be_a_file_and_may_be_empty()
    {
        using TempFolder folder = new();
        Assert.Equal(new Tool(0, string.Empty, string.Empty), Tool.Run("eval", "--batch", folder.Write("empty.ndjson", string.Empty)));
        Assert.Equal("{\"id\":null,\"type\":\"int\",\"value\":1}\n", Tool.Run("eval", "--batch", folder.Write("one.ndjson", "{\"expression\":\"1\"}")).Output);
    }

    private static Tool Send(string facts, params string[] arguments)
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(facts));
        using MemoryStream output = new();
        using MemoryStream error = new();
        int code = Program.Run(arguments, new Terminal(output, error, 80, colours: false) { Input = input }, CancellationToken.None);
        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
