using System.Text.Json.Nodes;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

public sealed class ShippedDocumentTests
{
    private const string Packs = "rulepacks";
    private const string SchemaEnding = ".schema.json";

    [Theory]
    [InlineData("pack", Packs, "pack.json", 3)]
    [InlineData("case", Packs, "cases/*.json", 15)]
    [InlineData("pack", SmallPacks.Folder, "pack.json", 3)]
    [InlineData("case", SmallPacks.Folder, "cases/*.json", 20)]
    [InlineData("pack", "tests/packs/good", "pack.json", 2)]
    [InlineData("case", "tests/packs/good", "cases/*.json", 7)]
    [InlineData("snapshot", "samples", "snapshot.json", 1)]
    [InlineData("mapping", "samples", "mapping.json", 1)]
    [InlineData("waiver-file", "samples", "waivers.json", 1)]
    public async Task Every_document_that_is_shipped_keeps_its_schema(string schema, string folder, string pattern, int least)
    {
        string[] paths = Find(folder, pattern);
        Assert.InRange(paths.Length, least, int.MaxValue);
        await Keep(paths.Select(path => (schema, path)));
    }

    [Fact]
    public async Task Every_further_file_of_a_pack_keeps_its_schema() => await Keep(Parts().Select(path => ("pack-part", path)));

    [Fact]
    public async Task What_lies_beside_a_schema_of_its_name_keeps_it() => await Keep(BesideSchemas().Select(path => (Path.GetFileNameWithoutExtension(path), path)));

    [Fact]
    public void Every_json_file_of_packs_and_samples_has_a_schema()
    {
        string[] known =
        [
            .. Find(Packs, "pack.json"), .. Parts(), .. Find(Packs, "cases/*.json"), .. Find(Packs, "*" + SchemaEnding), .. BesideSchemas(),
            .. Find("samples", "snapshot.json"), .. Find("samples", "mapping.json"), .. Find("samples", "waivers.json"),
            // What a sample is drawn from is read by its generator alone.
            .. Find("samples", "recipe.json"),
            // Workflows have the form of RulesEngine; the examples of `import` read them.
            .. Find("samples/workflows", "*.json"),
        ];
        Assert.Empty(Find(Packs, "*.json").Concat(DataOfSamples()).Except(known));
    }

    // The settings, texts and locks of a program are its own; its folder has a project.
    private static IEnumerable<string> DataOfSamples()
    {
        string[] folders = [.. Directory.EnumerateDirectories(RepositoryRoot.Combine("samples")).Where(folder => !Directory.EnumerateFiles(folder, "*.csproj").Any())];
        Assert.NotEmpty(folders);
        return folders.SelectMany(folder => Find(folder, "*.json"));
    }

    private static async Task Keep(IEnumerable<(string Schema, string Path)> documents)
    {
        (string Schema, string Path)[] all = [.. documents];
        string[][] errors = await Ajv.Validate([.. all.Select(d => (d.Schema, File.ReadAllText(d.Path)))]);
        string[] faults = [.. all.Zip(errors, (d, found) => found.Select(error => $"{Path.GetRelativePath(RepositoryRoot.Path, d.Path)}{error}")).SelectMany(found => found)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    // What the packs name under `files`.
    private static IEnumerable<string> Parts() => Find(Packs, "pack.json").SelectMany(pack =>
        (JsonNode.Parse(File.ReadAllText(pack))!["files"]?.AsArray() ?? []).Select(name => Path.GetFullPath((string)name!, Path.GetDirectoryName(pack)!)));

    // A document of all packs together, such as a ledger.
    private static IEnumerable<string> BesideSchemas() =>
        Find(Packs, "*.json").Where(path => File.Exists(Path.ChangeExtension(path, null) + SchemaEnding));

    private static string[] Find(string folder, string pattern)
    {
        string[] parts = pattern.Split('/');
        return
        [
            .. Directory.EnumerateFiles(RepositoryRoot.Combine(folder), parts[^1], SearchOption.AllDirectories)
                .Where(path => parts.Length == 1 || Path.GetFileName(Path.GetDirectoryName(path)) == parts[0])
                .Order(StringComparer.Ordinal),
        ];
    }
}
