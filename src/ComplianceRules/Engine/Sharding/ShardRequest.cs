using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What a run over a share of the schools is asked for.</summary>
/// <remarks>Immutable. All parts that are merged must have been asked for the same, but for the share and <see cref="Source"/>.</remarks>
/// <param name="Shard">Which share.</param>
public sealed record ShardRequest(SchoolShard Shard)
{
    /// <summary>What to judge. There may be no earlier snapshot; threads, progress, <see cref="RunOptions.Overview"/> and <see cref="RunOptions.ForReassessment"/> are not of the part.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>How the data was read.</summary>
    public SnapshotOptions Reading { get; init; } = new();

    /// <summary>What reports are to call the data; null where it has no name. That of the first share counts.</summary>
    public string? Source { get; init; }

    /// <summary>The digest of the mapping that the data was read by; null where there was none.</summary>
    public string? Mapping { get; init; }

    /// <summary>How many rows a chunk has at least, where schools are read some at a time.</summary>
    internal int RowsOfChunk { get; init; } = TablePass.FewRows / 2;
}
