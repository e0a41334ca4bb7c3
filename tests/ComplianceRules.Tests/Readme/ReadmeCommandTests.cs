namespace ComplianceRules.Tests.Readme;

/// <summary>What the READMEs show below a command is what it prints; a line of three dots stands for what is left out.</summary>
[Collection(ToolSession.Name)]
public sealed class ReadmeCommandTests(ToolSession session)
{
    internal const string Tool = "dotnet run -c Release --project src/ComplianceRules.Cli -- ";
    private const string More = "…";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task Every_command_of_the_tool_prints_what_is_shown(string path)
    {
        (string Command, string Shown)[] commands = [.. Commands(path)];
        Assert.Equal(3, commands.Length);
        foreach ((string command, string shown) in commands)
        {
            string printed = await session.Run(command[Tool.Length..].Split(' '), RepositoryRoot.Path);
            Assert.Null(FirstPartNotPrinted(shown, printed));
        }
    }

    [Fact]
    public void Parts_must_be_printed_whole_in_order_and_from_the_start()
    {
        const string Printed = "one\ntwo\nthree\nfour\n";
        Assert.Null(FirstPartNotPrinted("one\n…\nthree\nfour\n", Printed));
        Assert.Null(FirstPartNotPrinted("one\ntwo\n…\n", Printed));
        Assert.Equal("two\n", FirstPartNotPrinted("two\n…\n", Printed));
        Assert.Equal("two\n", FirstPartNotPrinted("one\n…\nthree\n…\ntwo\n", Printed));
        Assert.Equal("thre\n", FirstPartNotPrinted("one\n…\nthre\n…\n", Printed));
    }

    internal static string? FirstPartNotPrinted(string shown, string printed)
    {
        int from = 0;
        foreach (string part in shown.Split(More + "\n").Where(part => part.Length > 0))
        {
            int at = ("\n" + printed).IndexOf("\n" + part, from, StringComparison.Ordinal);
            if (at < 0 || (from == 0 && at > 0)) return part;
            from = at + part.Length;
        }

        return null;
    }

    private static IEnumerable<(string Command, string Shown)> Commands(string path)
    {
        (string Language, string Text, int LastLine)[] blocks = [.. ReadmeFile.Read(path).Blocks()];
        for (int i = 0; i < blocks.Length; i++)
        {
            if (blocks[i].Language != "sh" || !blocks[i].Text.StartsWith(Tool, StringComparison.Ordinal)) continue;
            Assert.Equal("text", blocks[i + 1].Language);
            yield return (blocks[i].Text.TrimEnd('\n'), blocks[i + 1].Text);
        }
    }
}
