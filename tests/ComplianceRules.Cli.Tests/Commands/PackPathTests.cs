namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>A command that is pointed at one pack finds the packs that it builds on in the folder above it.</summary>
public sealed class PackPathTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public PackPathTests() => _folder.Write("packs/town/pack.json", """
        {
          "id": "town", "version": "1.0.0", "region": "370322", "language": "en", "title": "Town", "extends": "size",
          "instruments": { "order": { "title": "The town's order", "certainty": "read" } },
          "rules": [ { "id": "least", "area": "class_size", "subject": "class", "title": "At least 10 pupils", "limit": { "of": "enrolment", "min": 10 },
            "binding": "mandatory", "source": { "instrument": "order", "clause": "1" }, "effective": { "from": "2020-09-01" } } ]
        }
        """);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("check", "errors: 0, warnings: 0")]
    [InlineData("stats", "packs: 2,")]
    [InlineData("timeline", "(town/least)")]
    [InlineData("prove", "comparisons: 0")]
    public void Every_command_reads_both(string command, string printed)
    {
        Tool run = Tool.Run(command, Path.Combine(_folder.Packs, "town"));
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Contains(printed, run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("town")]
    [InlineData("town/")]
    [InlineData("town/.")]
    [InlineData("size/../town")]
    [InlineData("town/cases/..")]
    public void However_the_folder_is_written(string folder)
    {
        _folder.Write("packs/town/cases/least.json", """[ { "case": "10", "asOf": "2026-09-01", "facts": { "class": [ { "enrolment": 10 } ] }, "expect": { "least": "Compliant" } } ]""");
        Assert.StartsWith("cases: 1, failed: 0\npacks: 1,", Tool.Run("test", Path.Combine(_folder.Packs, folder)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_that_builds_on_one_that_is_not_there_is_an_error()
    {
        Directory.Delete(Path.Combine(_folder.Packs, "size"), recursive: true);
        Assert.Equal(3, Tool.Run("stats", Path.Combine(_folder.Packs, "town")).Code);
    }
}
