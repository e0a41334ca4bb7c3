using ComplianceRules.Cli.Usage;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Usage;

public sealed class ExampleTests
{
    public static TheoryData<string> Examples => [.. CommandExamples.Commands.SelectMany(CommandExamples.Of)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_help_runs_as_it_stands(string line)
    {
        using TempFolder folder = new();
        byte[] sent = [];
        foreach (string earlier in Words(line).Where(w => w.EndsWith("-term.json", StringComparison.Ordinal)))
            Tool.Run("evaluate", RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), "--packs", RepositoryRoot.Combine("rulepacks"), "--format", "json", "--out", $"{folder.Path}/{earlier}");
        foreach (string share in Words(line).Where(w => w.StartsWith("part-", StringComparison.Ordinal)))
            Tool.Run("evaluate", RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), "--packs", RepositoryRoot.Combine("rulepacks"), "--shard", $"{share[5]}/2", "--out", $"{folder.Path}/{share}");
        foreach (string part in line.Split(" | "))
        {
            string[] words = [.. Words(part)];
            if (words[0] == "cat")
            {
                sent = File.ReadAllBytes(Found(words[1]));
                continue;
            }

            Assert.Equal(CommandLine.ToolName, words[0]);
            Tool run = Tool.RunOn(new ToolMachine { Input = sent }, [.. Arguments(words, folder)]);
            Assert.True(run.Code is 0 or 1 or 2, $"{run.Code}: {run.Error}");
            sent = run.Bytes;
        }
    }

    [Fact]
    public void Every_command_has_an_example()
    {
        Tool help = Tool.Run("help");
        string[] commands = [.. help.Output.Split("Commands:\n")[1].Split("\n\n")[0].Split('\n').Where(l => l.Length > 3 && l[2] != ' ').Select(l => l.Trim().Split(' ')[0])];
        Assert.Equal(commands.Order(StringComparer.Ordinal), CommandExamples.Commands.Where(c => c != CommandExamples.Tool).Order(StringComparer.Ordinal));
    }

    // Files are found in the repository, and written to a folder of the test.
    private static IEnumerable<string> Arguments(string[] words, TempFolder folder)
    {
        for (int i = 1; i < words.Length && words[i] != ">"; i++)
            yield return words[i - 1] == "--out" || File.Exists($"{folder.Path}/{words[i]}") ? $"{folder.Path}/{words[i]}" : Found(words[i]);
    }

    private static string Found(string word) => word.StartsWith("samples/", StringComparison.Ordinal) || word.StartsWith("rulepacks", StringComparison.Ordinal) ? RepositoryRoot.Combine(word) : word;

    private static IEnumerable<string> Words(string line) =>
        line.Split('"').SelectMany((part, number) => number % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
