using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Interop;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Interop;

/// <summary>The workflows of <c>tests/workflows</c> and texts of them, imported for the fields of <c>tests/workflows/facts</c>.</summary>
internal static class ImportedWorkflows
{
    public const string Folder = "tests/workflows";

    public static PackSet Facts { get; } = PackReader.ReadDirectory(RepositoryRoot.Combine($"{Folder}/facts")).Value;

    public static ImmutableSortedDictionary<string, string> Map { get; } =
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(RepositoryRoot.Combine($"{Folder}/map.json")))!.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Files(string folder) => [.. Names(folder)];

    public static IEnumerable<string> Names(string folder) =>
        Directory.GetFiles(RepositoryRoot.Combine($"{Folder}/{folder}"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static Checked<ImportedPack> OfFile(string folder, string name) => Of($"{name}.json", File.ReadAllText(RepositoryRoot.Combine($"{Folder}/{folder}/{name}.json")), Map);

    public static Checked<ImportedPack> OfText(string workflows) => Of("workflows.json", workflows, Map);

    public static Checked<ImportedPack> Of(string file, string workflows, ImmutableSortedDictionary<string, string> map) =>
        WorkflowImport.Run(new SourceFile(file, Encoding.UTF8.GetBytes(workflows)), Facts, new WorkflowImportOptions { PackId = "imported", Facts = "facts", Map = map });

    /// <summary>One rule of one expression.</summary>
    public static Checked<ImportedPack> OfExpression(string expression) => OfText(Workflow(expression));

    /// <summary>A workflow of one rule.</summary>
    public static string Workflow(string expression) => $$"""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": {{JsonSerializer.Serialize(expression)}} } ] }""";

    /// <summary>The rule of a pack that has one, as it stands in <c>pack.json</c>.</summary>
    public static JsonElement Rule(Checked<ImportedPack> imported) => Rules(imported.Value).Single();

    public static IEnumerable<JsonElement> Rules(ImportedPack pack) => JsonDocument.Parse(pack.Files[0].Bytes).RootElement.GetProperty("rules").EnumerateArray();

    /// <summary>All that is told, of the file and of rules.</summary>
    public static IEnumerable<Diagnostic> Told(Checked<ImportedPack> imported) => imported.Diagnostics.Concat(imported.IsValid ? imported.Value.Rules.SelectMany(r => r.Diagnostics) : []);

    /// <summary>The pack with the packs that it builds on, checked anew from its files.</summary>
    public static Catalogue Catalogue(ImportedPack pack)
    {
        ImmutableArray<RulePackFile> files = [.. pack.Files.Select(f => f with { Path = $"imported/{f.Path}" }), new RulePackFile("facts/pack.json", File.ReadAllBytes(RepositoryRoot.Combine($"{Folder}/facts/pack.json")))];
        return PackChecker.Check(PackReader.Read([new MadeSource(files)]).Value).Value;
    }

    private sealed class MadeSource(ImmutableArray<RulePackFile> files) : IRulePackSource
    {
        public RulePackFiles Read(CancellationToken cancellation) => new(string.Empty, files);
    }
}
