using System.Text;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class MergeCommandTests : IDisposable
{
    private static readonly string Packs = RepositoryRoot.Combine("rulepacks");
    private static readonly string Data = RepositoryRoot.Combine("samples/gaoqing/snapshot.json");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("samples/gaoqing/snapshot.json", 3)]
    [InlineData("samples/county/csv", 2)]
    public void Merged_shares_are_the_whole_in_every_format(string sample, int count)
    {
        string data = RepositoryRoot.Combine(sample);
        string[] parts = [.. Enumerable.Range(1, count).Reverse().Select(number => Part(data, $"{number}/{count}", "--area", "class_size", "--all"))];
        foreach (string format in (string[])["table", "json", "ndjson", "csv", "markdown", "html", "sarif", "junit", "xlsx"])
        {
            Tool whole = Tool.Run("evaluate", data, "--packs", Packs, "--area", "class_size", "--all", "--format", format, "--out", Path("whole"));
            Tool merged = Merge(parts, "--format", format, "--out", Path("merged"));
            Assert.Equal(whole.Code, merged.Code);
            Assert.True(File.ReadAllBytes(Path("whole")).AsSpan().SequenceEqual(File.ReadAllBytes(Path("merged"))), format);
        }
    }

    [Fact]
    public void Merged_shares_are_compared_with_an_earlier_assessment_as_the_whole_is()
    {
        string earlier = Path("earlier.json");
        Assert.Equal(1, Tool.Run("evaluate", Data, "--packs", Packs, "--area", "class_size", "--as-of", "2021-01-01", "--all", "--format", "json", "--out", earlier).Code);
        string[] parts = [Part(Data, "1/2", "--area", "class_size", "--all"), Part(Data, "2/2", "--area", "class_size", "--all")];
        foreach (string format in (string[])["table", "html"])
        {
            Tool whole = Tool.Run("evaluate", Data, "--packs", Packs, "--area", "class_size", "--all", "--compare-with", earlier, "--format", format, "--out", Path("whole"));
            Tool merged = Merge(parts, "--compare-with", earlier, "--format", format, "--out", Path("merged"));
            Assert.Equal(whole.Code, merged.Code);
            Assert.Equal(File.ReadAllText(Path("whole")), File.ReadAllText(Path("merged")));
            Merge(parts, "--format", format, "--out", Path("alone"));
            Assert.NotEqual(File.ReadAllText(Path("alone")), File.ReadAllText(Path("merged")));
        }

        Assert.Equal(64, Merge(parts, "--compare-with", earlier, "--format", "csv").Code);
    }

    [Fact]
    public void Parts_that_are_not_all_of_one_run_are_refused()
    {
        string first = Part(Data, "1/2");
        string second = Part(Data, "2/2");
        Refused("CR4425", first);
        Refused("CR4424", first, second, first);
        Refused("CR4423", first, Part(Data, "2/3"));
        Refused("CR4427", first, Part(Data, "2/2", "--as-of", "2026-01-01"));
        Refused("CR4428", first, Part(Data, "2/2", "--all"));
        Refused("CR4430", first, Part(Other(), "2/2"));
    }

    [Fact]
    public void Other_packs_and_other_waivers_are_refused()
    {
        string[] parts = [Part(Data, "1/1")];
        Assert.Contains("CR4426", Tool.Run(["merge", .. parts, "--packs", RepositoryRoot.Combine("tests/packs/small")]).Error, StringComparison.Ordinal);
        string waivers = _folder.Write("waivers.json", "{ \"waivers\": [] }");
        Assert.Contains("CR4429", Merge(parts, "--waivers", waivers).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_none_or_not_as_it_was_written_is_refused()
    {
        string part = Part(Data, "1/1");
        string text = File.ReadAllText(part);
        Refused("CR4420", Data);
        Refused("CR4420", _folder.Write("empty", string.Empty));
        Refused("CR4421", _folder.Write("cut", text[..(text.Length / 2)]));
        Refused("CR4421", _folder.Write("longer", text + text));
        Refused("CR4421", _folder.Write("changed", text.Replace("\"chunk\":0", "\"chunk\":1", StringComparison.Ordinal)));
        Refused("CR4422", _folder.Write("version", text.Replace("{\"compliancePart\":1", "{\"compliancePart\":2", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--shard", "0/2")]
    [InlineData("--shard", "3/2")]
    [InlineData("--shard", "1")]
    [InlineData("--shard", "1/x")]
    [InlineData("--shard", "1/2", "--format", "json")]
    [InlineData("--shard", "1/2", "--previous", "x.json")]
    public void Wrong_shares_and_options_of_reports_are_wrong_usage(params string[] options) => Assert.Equal(64, Tool.Run(["evaluate", Data, "--packs", Packs, .. options]).Code);

    [Fact]
    public void Parts_are_files_and_there_is_at_least_one()
    {
        Assert.Equal(64, Tool.Run("merge", "--packs", Packs).Code);
        Assert.Equal(64, Tool.Run("merge", "-", "--packs", Packs).Code);
        Assert.Equal(4, Tool.Run("merge", Path("nowhere"), "--packs", Packs).Code);
    }

    private void Refused(string code, params string[] parts)
    {
        Tool run = Merge(parts, "--out", Path("refused"));
        Assert.Equal(4, run.Code);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("refused")));
    }

    private string Other() => _folder.Write("snapshot.json", File.ReadAllText(Data, Encoding.UTF8) + "\n");

    private string Part(string data, string shard, params string[] options)
    {
        string path = Path($"{shard.Replace('/', '-')}{string.Concat(options)}{data.Length}.part");
        Tool run = Tool.Run(["evaluate", data, "--packs", Packs, "--shard", shard, "--out", path, .. options]);
        Assert.True(run.Code == 0, run.Error);
        return path;
    }

    private static Tool Merge(string[] parts, params string[] options) => Tool.Run(["merge", .. parts, "--packs", Packs, .. options]);

    private string Path(string name) => $"{_folder.Path}/{name}";
}
