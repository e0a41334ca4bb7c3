namespace ComplianceRules.Cli.Tests.Usage;

public sealed class ColourTests
{
    private const char Escape = '\u001b';
    private static readonly ToolMachine Screen = new() { IsScreen = true, IsErrorScreen = true };

    [Fact]
    public void A_screen_has_colours_and_a_file_has_none()
    {
        Assert.Contains(Escape, Tool.RunOn(Screen, "--help").Output);
        Assert.DoesNotContain(Escape, Tool.Run("--help").Output);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("NO_COLOR", "0")]
    [InlineData("TERM", "dumb")]
    public void Variables_take_colours_away(string variable, string value) => Assert.DoesNotContain(Escape, Tool.RunOn(Screen.With(variable, value), "--help").Output);

    [Fact]
    public void An_empty_variable_takes_nothing_away() => Assert.Contains(Escape, Tool.RunOn(Screen.With("NO_COLOR", string.Empty), "--help").Output);

    [Theory]
    [InlineData("FORCE_COLOR", "1", true)]
    [InlineData("CLICOLOR_FORCE", "1", true)]
    [InlineData("FORCE_COLOR", "0", false)]
    public void Variables_give_colours_to_a_file(string variable, string value, bool colours) =>
        Assert.Equal(colours, Tool.RunOn(new ToolMachine().With(variable, value), "--help").Output.Contains(Escape, StringComparison.Ordinal));

    [Fact]
    public void NO_COLOR_comes_before_FORCE_COLOR() =>
        Assert.DoesNotContain(Escape, Tool.RunOn(Screen.With("NO_COLOR", "1").With("FORCE_COLOR", "1"), "--help").Output);

    [Fact]
    public void The_option_comes_before_every_variable()
    {
        Assert.Contains(Escape, Tool.RunOn(new ToolMachine().With("NO_COLOR", "1"), "--help", "--color", "always").Output);
        Assert.DoesNotContain(Escape, Tool.RunOn(Screen.With("FORCE_COLOR", "1"), "--help", "--color", "never").Output);
    }

    [Fact]
    public void Errors_have_colours_of_their_own_stream()
    {
        Assert.Contains(Escape, Tool.RunOn(new ToolMachine { IsErrorScreen = true }, "nonsense").Error);
        Assert.DoesNotContain(Escape, Tool.RunOn(new ToolMachine { IsScreen = true }, "nonsense").Error);
    }

    [Fact]
    public void Without_colours_a_diagnostic_says_the_same()
    {
        using TempFolder folder = new TempFolder().WithPack("\"enrolment\", \"max\"", "\"enrolmant\", \"max\"");
        string plain = Tool.Run("check", folder.Packs).Output;
        string coloured = Tool.RunOn(Screen, "check", folder.Packs).Output;
        Assert.Contains("\u001b[1;31merror CR", coloured, StringComparison.Ordinal);
        Assert.Equal(plain, coloured.Replace("\u001b[1;31m", string.Empty, StringComparison.Ordinal).Replace("\u001b[0m", string.Empty, StringComparison.Ordinal));
    }
}
