using ComplianceRules.External.Tests;

namespace ComplianceRules.Samples.Tests.Console;

public sealed class ConsoleSampleTests
{
    [Fact]
    public async Task It_prints_breaches_with_value_limit_and_law_and_ends_with_one()
    {
        ExternalProcess ended = await SampleProgram.RunAsync("console", "ConsoleSample");
        Assert.Equal((1, string.Empty), (ended.ExitCode, ended.Error));
        string[] lines = ended.Output.TrimEnd().Split('\n');
        int homework = Array.FindIndex(lines, line => line.StartsWith("class:demo-1/301: ", StringComparison.Ordinal) && line.EndsWith(": 61 min/d, limit 60", StringComparison.Ordinal));
        Assert.True(homework >= 0, ended.Output);
        Assert.Contains("教基厅函〔2021〕13号", lines[homework + 1], StringComparison.Ordinal);
        Assert.DoesNotContain("class:demo-1/302: Mean daily written homework", ended.Output, StringComparison.Ordinal);
        Assert.Matches("^[0-9]+ compliant, [1-9][0-9]* not, [0-9]+ undetermined for want of facts$", lines[^1]);
    }
}
