using System.Diagnostics;
using System.Text;

namespace ComplianceRules.Tests.Readme;

/// <summary>What the READMEs show below a command is how that command's output begins.</summary>
public sealed class ReadmeCommandTests
{
    private const string Tool = "dotnet run -c Release --project src/ComplianceRules.Cli -- ";
    private const string More = "…";

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public async Task Every_command_of_the_tool_prints_what_is_shown(string path)
    {
        (string Command, string Shown)[] commands = [.. Commands(path)];
        Assert.Equal(2, commands.Length);
        foreach ((string command, string shown) in commands)
        {
            string[] expected = shown.TrimEnd('\n').Split('\n');
            Assert.Equal(More, expected[^1]);
            string[] printed = (await Run(command[Tool.Length..].Split(' '))).Split('\n');
            Assert.Equal(expected[..^1], printed.Take(expected.Length - 1).Select(line => line.TrimEnd()));
        }
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

    private static async Task<string> Run(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "compliance-rules.dll"), .. arguments])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
