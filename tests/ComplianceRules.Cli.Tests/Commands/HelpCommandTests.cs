namespace ComplianceRules.Cli.Tests.Commands;

public sealed class HelpCommandTests
{
    [Fact]
    public void Help_on_a_command_is_the_help_of_the_command() => Assert.Equal(Tool.Run("evaluate", "--help"), Tool.Run("help", "evaluate"));

    [Fact]
    public void Help_alone_is_the_help_of_the_tool() => Assert.Equal(Tool.Run("--help"), Tool.Run("help"));

    [Fact]
    public void Every_exit_code_has_a_meaning()
    {
        Tool run = Tool.Run("help", "exit-codes");
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Contains($"\n  {(int)code} ", $"\n{run.Output}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_topic_that_is_not_there_is_guessed()
    {
        Tool run = Tool.Run("help", "evalute");
        Assert.Equal((64, "compliance-rules: there is no help on `evalute` (did you mean `evaluate`?)\nsee `compliance-rules --help`\n"), (run.Code, run.Error));
    }
}
