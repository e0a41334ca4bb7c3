namespace ComplianceRules.Tests.HouseRules;

public sealed class PlaceNamesTests
{
    [Fact]
    public void No_file_holds_a_path_of_one_machine_or_the_host_of_a_registry() => NoFaults.In(RepositoryFile.All().SelectMany(PlaceNamesGuard.Faults));

    [Fact]
    public void The_files_of_the_repository_are_found()
    {
        string[] paths = [.. RepositoryFile.All().Select(file => file.Path)];
        Assert.Contains("ComplianceRules.sln", paths);
        Assert.Contains("rulepacks/cn/pack.json", paths);
        Assert.Contains(".ci/run", paths);
        Assert.DoesNotContain(paths, path => path.Contains("/obj/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/ho" + "me/somebody/pack.json")]
    [InlineData("read \"/ro" + "ot/pack.json\"")]
    [InlineData("cd /tm" + "p/packs/cn")]
    [InlineData(@"C:\Us" + @"ers\somebody")]
    public void A_path_of_one_machine_is_seen(string text) => Assert.Single(PlaceNamesGuard.Faults(new RepositoryFile("a.md", text)));

    [Theory]
    [InlineData("https://api.nuget" + ".org/v3")]
    [InlineData("Registry.Npmjs" + ".org")]
    public void The_host_of_a_registry_is_seen(string text) => Assert.Single(PlaceNamesGuard.Faults(new RepositoryFile("a.md", text)));

    [Theory]
    [InlineData("../shared/data and samples/tmp/a and https://example.org/home/page/")]
    [InlineData("src/ComplianceRules/Packs")]
    public void Other_paths_pass(string text) => Assert.Empty(PlaceNamesGuard.Faults(new RepositoryFile("a.md", text)));
}
