using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class PackCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    private static string Small => SmallPacks.Path;

    private string Archive => Path.Combine(_folder.Path, "packs.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_where_the_archive_is_and_what_its_digest_is()
    {
        Tool run = Tool.Run("pack", _folder.Packs, "--out", Archive, "--lang", "en");
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal($"packs: 1, written to `{Archive}`, SHA-256 {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Archive)))}\n", run.Output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    [InlineData("stats")]
    [InlineData("timeline")]
    [InlineData("prove")]
    public void An_archive_can_be_named_wherever_a_folder_of_packs_can(string command)
    {
        Assert.Equal(0, Tool.Run("pack", Small, "--out", Archive).Code);
        Tool ofFolder = Tool.Run(command, Small, "--lang", "en");
        Tool ofArchive = Tool.Run(command, Archive, "--lang", "en");
        Assert.Equal((ofFolder.Code, ofFolder.Output.Replace(Small, "PACKS", StringComparison.Ordinal)), (ofArchive.Code, ofArchive.Output.Replace(Archive, "PACKS", StringComparison.Ordinal)));
    }

    [Fact]
    public void Data_is_judged_by_an_archive_as_by_the_folder()
    {
        Assert.Equal(0, Tool.Run("pack", Small, "--out", Archive).Code);
        string[] rest = [RepositoryRoot.Combine("samples/gaoqing/snapshot.json"), "--format", "json", "--packs"];
        Assert.Equal(Tool.Run(["evaluate", .. rest, Small]).Output, Tool.Run(["evaluate", .. rest, Archive]).Output);
    }

    [Fact]
    public void A_changed_archive_is_refused_with_exit_code_3()
    {
        Assert.Equal(0, Tool.Run("pack", _folder.Packs, "--out", Archive).Code);
        byte[] bytes = File.ReadAllBytes(Archive);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Archive, bytes);
        Tool run = Tool.Run("check", Archive, "--lang", "en");
        Assert.Equal(3, run.Code);
        Assert.Contains("CR1", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Packs_that_are_wrong_are_not_packed()
    {
        _folder.Write("packs/size/pack.json", "{}");
        Assert.Equal(3, Tool.Run("pack", _folder.Packs, "--out", Archive).Code);
        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public void An_archive_is_not_packed_again()
    {
        Assert.Equal(0, Tool.Run("pack", _folder.Packs, "--out", Archive).Code);
        Tool run = Tool.Run("pack", Archive, "--out", Archive, "--lang", "en");
        Assert.Equal(64, run.Code);
        Assert.Contains("is no folder", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("packs.tar")]
    [InlineData("packs")]
    [InlineData("no/such/folder/packs.zip")]
    public void A_name_that_is_none_is_wrong_usage(string name)
    {
        Tool run = Tool.Run("pack", _folder.Packs, "--out", Path.Combine(_folder.Path, name));
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
    }

    [Fact]
    public void Packing_twice_gives_the_same_bytes()
    {
        Assert.Equal(0, Tool.Run("pack", RepositoryRoot.Combine("rulepacks"), "--out", Archive).Code);
        byte[] first = File.ReadAllBytes(Archive);
        Assert.Equal(0, Tool.Run("pack", RepositoryRoot.Combine("rulepacks"), "--out", Archive).Code);
        Assert.Equal(first, File.ReadAllBytes(Archive));
    }
}
