using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A mapping, as docs/data-format.md describes it.</summary>
internal sealed record OracleMapping(ImmutableArray<OracleEntry> Tables)
{
    public ImmutableArray<KeyValuePair<string, object>> Constants { get; init; } = [];

    public ImmutableArray<string> Covers { get; init; } = [];

    public ImmutableArray<string> Nulls { get; init; } = [];

    public ImmutableArray<string> True { get; init; } = [];

    public ImmutableArray<string> False { get; init; } = [];
}
