using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Packages;

/// <summary>The packages, made once of what the build has made, in a folder that is a feed.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private static readonly string[] Projects = ["ComplianceRules", "ComplianceRules.Packs.China", "ComplianceRules.PostgreSql", "ComplianceRules.Spreadsheets", "ComplianceRules.Sql", "ComplianceRules.Cli"];

    /// <summary>A folder that is gone after the tests.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("packages-").FullName;

    /// <summary>The feed.</summary>
    public string Feed => Path.Combine(Folder, "feed");

    /// <summary>The version that all packages have.</summary>
    public static string Version { get; } = System.Xml.Linq.XDocument.Load(RepositoryRoot.Combine("Directory.Build.props")).Descendants("Version").Single().Value;

    public async Task InitializeAsync()
    {
        foreach (string project in Projects) await DotNet.Run(RepositoryRoot.Path, "pack", $"src/{project}", "-c", "Release", "--no-build", "-o", Feed);
        await PackContent();
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Writes a file below the folder.</summary>
    public void Write(string path, string text)
    {
        string file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    // A package of packs and nothing else, as docs/plugins.md tells third parties to make it.
    private Task<string> PackContent()
    {
        Write("content/Example.Packs.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <PackageId>Example.Packs</PackageId>
                <Version>1.0.0</Version>
                <Description>Rule packs of an example.</Description>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <NoWarn>$(NoWarn);NU5128</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Content Include="rulepacks/**" Pack="true" PackagePath="contentFiles/any/any/rulepacks/" PackageCopyToOutput="true" />
              </ItemGroup>
            </Project>
            """);
        Write("content/rulepacks/example/pack.json", """
            {
              "id": "example", "version": "1.0.0", "region": "370322", "title": "示例", "order": 9,
              "extends": "cn-370322",
              "instruments": { "notice": { "title": "示例通知", "certainty": "read" } },
              "files": ["rules/size.json"]
            }
            """);
        Write("content/rulepacks/example/rules/size.json", """
            {
              "rules": [
                { "id": "small-classes", "area": "class_size", "subject": "class", "title": { "zh": "小班", "en": "small classes" }, "limit": { "of": "enrolment", "max": 20 },
                  "binding": "encouraged", "source": { "instrument": "notice" }, "effective": { "from": "2026-01-01" } }
              ]
            }
            """);
        return DotNet.Run(Path.Combine(Folder, "content"), "pack", "-c", "Release", "-o", Feed);
    }
}
