using ComplianceRules.External.Tests;

namespace ComplianceRules.Samples.Tests.Database;

public sealed class DatabaseProgramTests
{
    [Fact]
    public async Task The_program_makes_schools_up_and_prints_their_breaches()
    {
        using TempFolder folder = new();
        ExternalProcess ended = await SampleProgram.RunAsync("database", "DatabaseSample", $"--ConnectionStrings:Schools=Data Source={folder.At("schools.db")}");
        Assert.Equal((1, string.Empty), (ended.ExitCode, ended.Error));
        Assert.Contains("class:demo-0001/", ended.Output, StringComparison.Ordinal);
        Assert.Matches("[0-9]+ compliant, [1-9][0-9]* not, [0-9]+ undetermined for want of facts\n$", ended.Output);
    }

    [Fact]
    public async Task Without_a_connection_it_says_so_and_ends()
    {
        ExternalProcess ended = await SampleProgram.RunAsync("database", "DatabaseSample", "--ConnectionStrings:Schools=");
        Assert.Equal((2, string.Empty, "`ConnectionStrings:Schools` is not set\n"), (ended.ExitCode, ended.Output, ended.Error));
    }
}
