using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>What the benchmarks work on: the small packs that tests judge by, and samples of the repository.</summary>
internal static class Inputs
{
    /// <summary>The day of assessment, that of the sample.</summary>
    public static DateOnly AsOf { get; } = new(2026, 9, 1);

    public static string Packs { get; } = RepositoryFolder.Combine("tests/packs/small");

    public static Catalogue Catalogue() => PackChecker.Check(PackReader.ReadDirectory(Packs).Value).Value;

    /// <summary>A pack of the benchmarks: <c>bench</c>, forty rules, or <c>bench-lists</c>, aggregates over child rows.</summary>
    public static Catalogue Bench(string pack) => PackChecker.Check(PackReader.ReadDirectory(RepositoryFolder.Combine($"benchmarks/packs/{pack}")).Value).Value;

    /// <summary>The six schools of the sample.</summary>
    public static Snapshot Gaoqing(FactSchema schema)
    {
        string path = RepositoryFolder.Combine("samples/gaoqing/snapshot.json");
        return new JsonSnapshotSource(path).Read(schema, new SnapshotOptions(), default).Value;
    }
}
