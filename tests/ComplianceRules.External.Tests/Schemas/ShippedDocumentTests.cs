using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

public sealed class ShippedDocumentTests
{
    [Theory]
    [InlineData("pack", "rulepacks", "pack.json", 3)]
    [InlineData("case", "rulepacks", "cases/*.json", 15)]
    [InlineData("pack", "tests/packs/good", "pack.json", 2)]
    [InlineData("case", "tests/packs/good", "cases/*.json", 7)]
    [InlineData("snapshot", "samples", "snapshot.json", 1)]
    [InlineData("mapping", "samples", "mapping.json", 1)]
    [InlineData("waiver-file", "samples", "waivers.json", 1)]
    public async Task Every_document_that_is_shipped_keeps_its_schema(string schema, string folder, string pattern, int least)
    {
        string[] paths = Find(folder, pattern);
        Assert.InRange(paths.Length, least, int.MaxValue);
        string[][] errors = await Ajv.Validate([.. paths.Select(path => (schema, File.ReadAllText(path)))]);
        string[] faults = [.. paths.Zip(errors, (path, found) => found.Select(error => $"{Path.GetRelativePath(RepositoryRoot.Path, path)}{error}")).SelectMany(found => found)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Every_json_file_of_packs_and_samples_has_a_schema()
    {
        string[] known =
        [
            .. Find("rulepacks", "pack.json"), .. Find("rulepacks", "cases/*.json"), .. Find("rulepacks", "*.schema.json"),
            .. Find("samples", "snapshot.json"), .. Find("samples", "mapping.json"), .. Find("samples", "waivers.json"),
        ];
        Assert.Empty(Find("rulepacks", "*.json").Concat(Find("samples", "*.json")).Except(known));
    }

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
