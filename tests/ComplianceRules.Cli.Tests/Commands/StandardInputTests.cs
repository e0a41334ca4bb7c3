using System.Text;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class StandardInputTests
{
    private const string Sample = "samples/gaoqing";

    [Theory]
    [InlineData("snapshot.json")]
    [InlineData("snapshot.ndjson")]
    [InlineData("snapshot.xlsx")]
    public void What_is_sent_is_judged_like_the_file(string file)
    {
        string path = RepositoryRoot.Combine($"{Sample}/{file}");
        Tool sent = Send(File.ReadAllBytes(path), "evaluate", "-", "--packs", Tool.Packs, "--stdin-filename", file, "--format", "json");
        Assert.Equal(Tool.Run("evaluate", path, "--packs", Tool.Packs, "--format", "json"), sent);
        Assert.Equal(1, sent.Code);
    }

    [Fact]
    public void What_is_sent_is_taken_for_a_snapshot_in_json()
    {
        Tool sent = Send(Encoding.UTF8.GetBytes("{"), "evaluate", "-", "--packs", Tool.Packs);
        Assert.Equal(4, sent.Code);
        Assert.Contains("snapshot.json(1,2)", sent.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_sent_goes_by_its_name()
    {
        byte[] table = Encoding.UTF8.GetBytes("id,school,grade,stage,enrolment\n1,S,1,primary,60\n");
        Tool sent = Send(table, "evaluate", "-", "--packs", Tool.Packs, "--stdin-filename", "class.csv", "--region", "370322", "--as-of", "2026-09-01", "--rule", "cn/class_size.large");
        Assert.Equal(4, Send(table, "evaluate", "-", "--packs", Tool.Packs, "--stdin-filename", "klass.csv").Code);
        Assert.Contains("class:S/1", sent.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-", "table.txt", "cannot tell what `table.txt` is")]
    [InlineData("snapshot.json", "x.csv", "`--stdin-filename` goes with standard input only: name the data `-`, not `snapshot.json`")]
    public void A_name_that_does_not_help_is_refused(string data, string name, string expected)
    {
        Tool run = Tool.Run("evaluate", data, "--packs", Tool.Packs, "--stdin-filename", name);
        Assert.Equal(64, run.Code);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    private static Tool Send(byte[] bytes, params string[] arguments)
    {
        using MemoryStream input = new(bytes);
        using MemoryStream output = new();
        using MemoryStream error = new();
        int code = Program.Run(arguments, new Terminal(output, error, 80, colours: false) { Input = input }, CancellationToken.None);
        return new Tool(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
