using System.Text.Json;

namespace ComplianceRules.Tests.Packs;

/// <summary>The ledger <c>rulepacks/coverage.json</c>: which fact of the policies became which rules.</summary>
internal static class CoverageLedger
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<Entry> Entries { get; } =
        JsonSerializer.Deserialize<Ledger>(File.ReadAllText(RepositoryRoot.Combine("rulepacks/coverage.json")), _options)!.Facts;

    public sealed record Entry(string Fact, IReadOnlyList<string> Rules, string How, string? Why);

    private sealed record Ledger(IReadOnlyList<Entry> Facts);
}
