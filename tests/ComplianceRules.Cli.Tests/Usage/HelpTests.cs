using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Cli.Tests.Usage;

public sealed class HelpTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Help_is_the_approved_one(string language)
    {
        string[][] commands = [[], .. CommandExamples.Commands.Where(c => c != CommandExamples.Tool).Order(StringComparer.Ordinal).Select(c => new[] { c })];
        string all = string.Join("----\n", commands.Select(c => Help([.. c, "--help", "--lang", language])));
        ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/help.{language}.approved.txt", all);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Help_is_shown_whatever_else_is_wrong(string option) => Assert.Contains("--packs <dir>", Help("evaluate", "--nonsense", option), StringComparison.Ordinal);

    [Fact]
    public void English_is_the_language_where_none_is_asked_for() => Assert.Equal(Help("check", "--help", "--lang", "en"), Help("check", "--help"));

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void No_line_is_wider_than_the_screen(string language) =>
        Assert.All(CommandExamples.Commands.Where(c => c != CommandExamples.Tool).SelectMany(c => Help(c, "--help", "--lang", language).Split('\n')), line => Assert.InRange(Page.Columns(line), 0, 80));

    [Fact]
    public void The_page_on_the_command_line_names_every_command_and_exit_code()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("docs/cli.md"));
        Assert.All(CommandExamples.Commands.Where(c => c != CommandExamples.Tool), command => Assert.Contains($"\n| `{command}` | ", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n| {(int)code} | ", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_group_of_options_says_what_its_options_are_about() => Assert.All(
        (string[])["Rules and day:", "Data:", "Results:", "Common options:", "Examples:"], title => Assert.Contains($"\n{title}\n", Help("evaluate", "--help"), StringComparison.Ordinal));

    [Fact]
    public void The_version_is_that_of_the_tool()
    {
        Tool run = Tool.Run("--version");
        Assert.Equal((0, $"{typeof(Program).Assembly.GetName().Version!.ToString(3)}\n", string.Empty), (run.Code, run.Output, run.Error));
    }

    private static string Help(params string[] arguments)
    {
        Tool run = Tool.Run(arguments);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        return run.Output;
    }
}
