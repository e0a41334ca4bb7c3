namespace ComplianceRules.Tests.HouseRules;

public sealed class ProjectFileTests
{
    private const string Cli = "src/ComplianceRules.Cli/ComplianceRules.Cli.csproj";

    /// <summary>A lock names the digest of a package, and NRules that is built from its sources has another one than the published.</summary>
    private static readonly string[] OnNRules =
        ["src/ComplianceRules.NRules/ComplianceRules.NRules.csproj", "tests/ComplianceRules.NRules.Tests/ComplianceRules.NRules.Tests.csproj"];

    [Fact]
    public void No_nuget_config_names_a_source() => NoFaults.In(Files("nuget.config").SelectMany(ProjectFileGuard.NamedSources));

    [Fact]
    public void A_named_source_is_seen() =>
        Assert.Single(ProjectFileGuard.NamedSources(new("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>")));

    [Fact]
    public void Projects_take_their_versions_from_one_place() => NoFaults.In(Files(".csproj", ".props", ".targets").SelectMany(ProjectFileGuard.OwnVersions));

    [Theory]
    [InlineData("<PackageReference Include=\"A\" Version=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\" VersionOverride=\"1.0.0\" />")]
    [InlineData("<PackageReference Include=\"A\"><Version>1.0.0</Version></PackageReference>")]
    public void A_version_of_a_project_is_seen(string line) => Assert.Single(ProjectFileGuard.OwnVersions(Project(line)));

    [Fact]
    public void Central_versions_are_exact() => NoFaults.In(Files("Directory.Packages.props").SelectMany(ProjectFileGuard.FloatingVersions));

    [Theory]
    [InlineData("<PackageVersion Include=\"A\" Version=\"1.*\" />")]
    [InlineData("<PackageVersion Include=\"A\" Version=\"[1.0,2.0)\" />")]
    [InlineData("<PackageVersion Include=\"A\" />")]
    public void A_floating_version_is_seen(string line) => Assert.Single(ProjectFileGuard.FloatingVersions(Project(line)));

    [Fact]
    public void Clock_culture_and_chance_are_banned_in_every_project_below_src_but_the_tool() =>
        NoFaults.In(Files(".csproj").Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && file.Path != Cli).SelectMany(ProjectFileGuard.Unbanned));

    [Fact]
    public void A_project_without_the_ban_is_seen() => Assert.Equal(2, ProjectFileGuard.Unbanned(Project("<PackageReference Include=\"A\" />")).Count());

    [Theory]
    [InlineData("P:System.DateTime.Now;")]
    [InlineData("P:System.DateTime.UtcNow;")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture;")]
    [InlineData("T:System.Random;")]
    [InlineData("M:System.Guid.NewGuid;")]
    [InlineData("T:System.Text.RegularExpressions.Regex;")]
    public void The_ban_holds_clock_culture_and_chance(string line) =>
        Assert.Contains(Assert.Single(Files("src/BannedSymbols.txt")).Lines, banned => banned.StartsWith(line, StringComparison.Ordinal));

    [Fact]
    public void The_guards_of_the_compiler_are_on_for_everything()
    {
        RepositoryFile file = Assert.Single(Files("Directory.Build.props"), f => f.Path == "Directory.Build.props");
        Assert.Empty(ProjectFileGuard.MissingSettings(
            file, "Nullable=enable", "TreatWarningsAsErrors=true", "AnalysisLevel=latest-recommended", "EnforceCodeStyleInBuild=true", "GenerateDocumentationFile=true", "Deterministic=true", "RestorePackagesWithLockFile=true"));
    }

    [Fact]
    public void A_guard_that_is_off_is_seen() =>
        Assert.Single(ProjectFileGuard.MissingSettings(Project("<Nullable>disable</Nullable>"), "Nullable=enable"));

    [Fact]
    public void Every_project_but_those_on_NRules_has_its_lock_file() => Assert.All(
        Files(".csproj").Where(file => !OnNRules.Contains(file.Path)),
        file => Assert.True(File.Exists(RepositoryRoot.Combine(Path.Combine(Path.GetDirectoryName(file.Path)!, "packages.lock.json"))), file.Path));

    [Fact]
    public void Nothing_that_locks_its_packages_depends_on_a_project_that_does_not() => Assert.All(
        Files(".csproj").Where(file => !OnNRules.Contains(file.Path)),
        file => Assert.DoesNotContain("ComplianceRules.NRules.csproj", file.Text, StringComparison.Ordinal));

    private static RepositoryFile[] Files(params string[] ends)
    {
        RepositoryFile[] files = RepositoryFile.Ending(ends);
        Assert.NotEmpty(files);
        return files;
    }

    private static RepositoryFile Project(string lines) => new("A.csproj", $"<Project><ItemGroup>{lines}</ItemGroup></Project>");
}
