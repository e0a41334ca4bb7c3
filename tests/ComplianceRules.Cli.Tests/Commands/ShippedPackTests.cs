namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>The packs that ship, however many and in however many files.</summary>
public sealed class ShippedPackTests
{
    [Theory]
    [InlineData("check", "--deep")]
    [InlineData("test")]
    [InlineData("prove")]
    public void They_are_without_error_pass_their_cases_and_loosen_nothing(string command, params string[] options)
    {
        Tool run = Tool.Run([command, Tool.Shipped, .. options]);
        Assert.True(run.Code == 0, run.Output + run.Error);
    }
}
