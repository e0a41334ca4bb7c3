using ComplianceRules.Cli.Commands;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class NearFileTests
{
    [Theory]
    [InlineData("data/classes.cvs", "data/classes.csv")]
    [InlineData("data/CLASSES.CSV", "data/classes.csv")]
    [InlineData("data/classes.xlsx", "data/classes.csv")]
    [InlineData("dat/classes.csv", "data/classes.csv")]
    [InlineData("dta/", "data")]
    [InlineData("data/teachers.csv", null)]
    [InlineData("elsewhere/classes.csv", null)]
    [InlineData("", null)]
    public void A_path_with_nothing_at_it_is_guessed(string given, string? expected)
    {
        using TempFolder folder = new();
        folder.Write("data/classes.csv", "id");
        string? near = NearFile.Of(given.Length == 0 ? given : Path.Combine(folder.Path, given));
        Assert.Equal(expected is null ? null : Path.Combine(folder.Path, expected), near);
    }

    [Fact]
    public void A_command_says_which_file_may_be_meant()
    {
        using TempFolder folder = new TempFolder().WithPack();
        string data = folder.Snapshot("\"enrolment\": 45");
        string wrong = data.Replace("snapshot.json", "snapshots.json", StringComparison.Ordinal);
        Assert.Contains($"cannot read `{wrong}`: there is no such file or folder (did you mean `{data}`?)", Tool.Run("evaluate", wrong, "--packs", folder.Packs).Error, StringComparison.Ordinal);
        Assert.Contains($"(did you mean `{data}`?)", Tool.Run("evaluate", $"{data}n", "--packs", folder.Packs).Error, StringComparison.Ordinal);
        Assert.Contains($"there is no folder `{folder.Packs}s` (did you mean `{folder.Packs}`?)", Tool.Run("evaluate", data, "--packs", $"{folder.Packs}s").Error, StringComparison.Ordinal);
        Assert.Contains($"(did you mean `{data}`?)", Tool.Run("evaluate", data, "--packs", folder.Packs, "--waivers", wrong).Error, StringComparison.Ordinal);
    }
}
