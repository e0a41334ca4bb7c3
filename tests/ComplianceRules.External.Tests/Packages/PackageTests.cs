using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Packages;

public sealed class PackageTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    private const string Extensions = "Microsoft.Extensions";

    public static TheoryData<string, string[]> Dependencies => new()
    {
        {
            "ComplianceRules",
            [
                $"{Extensions}.DependencyInjection.Abstractions 10.0.14", $"{Extensions}.Diagnostics.HealthChecks.Abstractions 10.0.14", $"{Extensions}.Logging.Abstractions 10.0.14",
                $"{Extensions}.Options 10.0.14", "Newtonsoft.Json 13.0.4", "NuGet.Versioning 8.0.0",
            ]
        },
        { "ComplianceRules.Packs.China", [$"ComplianceRules {PackedPackages.Version}"] },
        { "ComplianceRules.PostgreSql", [$"ComplianceRules {PackedPackages.Version}", "Npgsql 10.0.0"] },
        { "ComplianceRules.Spreadsheets", [$"ComplianceRules {PackedPackages.Version}", "CsvHelper 34.0.0"] },
        { "ComplianceRules.Sql", [$"ComplianceRules {PackedPackages.Version}"] },
        { "ComplianceRules.Cli", [] },
    };

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_package_depends_on_what_it_needs_and_on_nothing_else(string id, string[] expected)
    {
        XElement nuspec = Nuspec(id);
        Assert.Equal(expected, All(nuspec, "dependency").Select(d => $"{(string?)d.Attribute("id")} {(string?)d.Attribute("version")}").Order(StringComparer.Ordinal));
        Assert.All(All(nuspec, "group"), group => Assert.Equal("net10.0", (string?)group.Attribute("targetFramework")));
    }

    [Theory]
    [MemberData(nameof(Dependencies))]
    public void A_package_says_what_it_is_and_has_icon_readme_licence_and_symbols(string id, string[] dependencies)
    {
        XElement nuspec = Nuspec(id);
        Assert.Equal((id, PackedPackages.Version, "MIT"), (One(nuspec, "id"), One(nuspec, "version"), One(nuspec, "license")));
        Assert.All((string[])["authors", "description", "tags", "copyright"], name => Assert.NotEmpty(One(nuspec, name)));
        using ZipArchive package = Open($"{id}.{PackedPackages.Version}.nupkg");
        Assert.NotNull(package.GetEntry(One(nuspec, "icon")));
        using StreamReader readme = new(package.GetEntry(One(nuspec, "readme"))!.Open());
        Assert.StartsWith("# ", readme.ReadToEnd(), StringComparison.Ordinal);
        using ZipArchive symbols = Open($"{id}.{PackedPackages.Version}.snupkg");
        Assert.Contains(symbols.Entries, e => e.Name.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.True(dependencies.Length > 0 || package.Entries.Any(e => e.Name == "DotnetToolSettings.xml"));
    }

    [Theory]
    [InlineData("ComplianceRules")]
    [InlineData("ComplianceRules.Packs.China")]
    [InlineData("ComplianceRules.PostgreSql")]
    [InlineData("ComplianceRules.Spreadsheets")]
    [InlineData("ComplianceRules.Sql")]
    public void A_library_has_its_documentation_beside_it_and_is_built_reproducibly(string id)
    {
        using ZipArchive package = Open($"{id}.{PackedPackages.Version}.nupkg");
        string[] files = [.. package.Entries.Select(e => e.FullName).Where(n => n.StartsWith("lib/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        Assert.Equal([$"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"], files);
        using MemoryStream assembly = new();
        using (Stream stream = package.GetEntry(files[0])!.Open()) stream.CopyTo(assembly);
        assembly.Position = 0;
        using PEReader reader = new(assembly);
        Assert.Contains(reader.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    [Fact]
    public async Task A_program_outside_of_the_repository_finds_what_is_wrong_with_a_school()
    {
        packages.Write("consumer/nuget.config", $"""<configuration><packageSources><add key="feed" value="{packages.Feed}" /></packageSources></configuration>""");
        packages.Write("consumer/consumer.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
            </Project>
            """);
        packages.Write("consumer/Program.cs", """
            using ComplianceRules.Facts;
            using ComplianceRules.Hosting;
            using ComplianceRules.Packs.China;
            using Microsoft.Extensions.DependencyInjection;

            using ServiceProvider services = new ServiceCollection().AddComplianceRules(o => o.AddChinaPacks().AddPacksFromPackages()).BuildServiceProvider();
            ClassRecord pupils = new("301") { Grade = 3, Facts = new Dictionary<string, FactValue> { ["enrolment"] = 46 } };
            SchoolRecord school = new("s1") { Region = "370322", Stages = ["primary"], Classes = [pupils] };
            var done = services.GetRequiredService<IComplianceEvaluator>().EvaluateOne(school, new() { AsOf = new DateOnly(2026, 9, 1), Run = new() { Areas = ["class_size"] } });
            foreach (var finding in done.Value.Findings.Where(f => f.Verdict == ComplianceRules.Findings.Verdict.NonCompliant))
                Console.WriteLine($"{finding.Rule} {finding.Subject} {finding.Observed} > {finding.Limit}");
            """);
        string consumer = Path.Combine(packages.Folder, "consumer");
        await DotNet.Run(consumer, "add", "package", "ComplianceRules.Packs.China", "--version", PackedPackages.Version);
        await DotNet.Run(consumer, "add", "package", "Example.Packs", "--version", "1.0.0");
        await DotNet.Run(consumer, "add", "package", "Microsoft.Extensions.DependencyInjection", "--version", "10.0.14");
        string printed = await DotNet.Run(consumer, "run", "-c", "Release");
        Assert.Equal(["cn/class_size.quality-balance class:s1/301 46 > 45", "example/small-classes class:s1/301 46 > 20"], printed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
        FileInfo[] brought = [.. new DirectoryInfo(Path.Combine(consumer, "bin", "Release", "net10.0")).EnumerateFiles("*.dll").Where(f => f.Name != "consumer.dll")];
        Tell(brought);
        string guide = File.ReadAllText(RepositoryRoot.Combine("docs/embedding.md"));
        Assert.Equal(Listed(guide), brought.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_tool_is_installed_and_runs()
    {
        packages.Write("tool/nuget.config", $"""<configuration><packageSources><clear /><add key="feed" value="{packages.Feed}" /></packageSources></configuration>""");
        string folder = Path.Combine(packages.Folder, "tool");
        await DotNet.Run(folder, "tool", "install", "ComplianceRules.Cli", "--version", PackedPackages.Version, "--tool-path", folder);
        ExternalProcess run = await DotNet.Start(folder, Path.Combine(folder, "compliance-rules"), "--version");
        Assert.Equal((0, PackedPackages.Version), (run.ExitCode, run.Output.Trim()));
    }

    // What the guide says that an application gets: the first column of the table under this heading.
    private static IEnumerable<string> Listed(string guide) =>
        guide.Split("## What it brings along")[1].Split("\n## ")[0].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split(',')).Select(name => name.Trim().Trim('`')).Order(StringComparer.Ordinal);

    private static void Tell(FileInfo[] brought)
    {
        string file = RepositoryRoot.Combine("artifacts/consumer.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, brought.Select(f => $"{f.Length,9} {f.Name}").Order(StringComparer.Ordinal));
    }

    private XElement Nuspec(string id)
    {
        using ZipArchive package = Open($"{id}.{PackedPackages.Version}.nupkg");
        using Stream stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream).Root!;
    }

    private ZipArchive Open(string file) => ZipFile.OpenRead(Path.Combine(packages.Feed, file));

    private static IEnumerable<XElement> All(XElement nuspec, string name) => nuspec.Descendants().Where(e => e.Name.LocalName == name);

    private static string One(XElement nuspec, string name) => All(nuspec, name).Single().Value;
}
