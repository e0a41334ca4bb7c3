using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;
using ComplianceRules.Tests.Reports;

namespace ComplianceRules.Tests.Engine.Sharding;

/// <summary>Judges data once as a whole and once in shares, and holds every report of the one against that of the other.</summary>
/// <param name="catalogue">The packs.</param>
/// <param name="source">The data.</param>
internal sealed class ShardedReports(Catalogue catalogue, ISnapshotSource source)
{
    private readonly Plan _plan = Plan.For(catalogue, Judged.Day);

    /// <summary>What is judged.</summary>
    public RunOptions Options { get; init; } = new();

    /// <summary>How it is read.</summary>
    public SnapshotOptions Reading { get; init; } = new();

    /// <summary>How many rows a chunk has.</summary>
    public int RowsOfChunk { get; init; } = 3;

    /// <summary>Whether schools were read some at a time.</summary>
    public bool IsChunked { get; private set; }

    /// <summary>Writes the part of each share.</summary>
    /// <param name="count">How many shares there are.</param>
    public ImmutableArray<byte[]> Parts(int count) => [.. Enumerable.Range(1, count).Select(number => Part(new SchoolShard(number, count)))];

    /// <summary>Writes a part.</summary>
    /// <param name="shard">Of which share.</param>
    public byte[] Part(SchoolShard shard)
    {
        using SurveyedData data = Survey();
        IsChunked = data.Schools is not null;
        using MemoryStream output = new();
        _plan.RunShard(data, new ShardRequest(shard) { Options = Options, Reading = Reading, RowsOfChunk = RowsOfChunk, Source = "data.json" }, output);
        return output.ToArray();
    }

    /// <summary>Reads parts and merges them.</summary>
    /// <param name="parts">The parts.</param>
    public ShardMerge Merge(IEnumerable<byte[]> parts)
    {
        Checked<AssessmentShard>[] opened = [.. parts.Select((p, i) => AssessmentShard.Open(new MemoryStream(p), $"part{i}"))];
        return ShardMerge.Of(catalogue, opened.Select(o => o.Value), Options.Waivers).Value;
    }

    /// <summary>What differs first between the reports of a merge and of a run over everything; null where nothing does.</summary>
    /// <param name="merge">The merge.</param>
    public string? Difference(ShardMerge merge)
    {
        Assessment whole = _plan.Run(source.Read(catalogue.Schema, Reading, CancellationToken.None).Value, Options with { Overview = true });
        Assessment merged = merge.Run(overview: true);
        foreach ((string format, Func<ReportOptions, IReportWriter> writer) in ReportFormats.All)
        {
            ReportOptions options = new() { Language = TextLanguage.English, Data = "data.json" };
            if (Unlike(Written.By(writer(options), whole), Written.By(writer(options), merged)) is { } fault) return $"{format}: {fault}";
        }

        return Unlike(Lines(null), Lines(merge)) is { } unlike ? $"lines: {unlike}" : null;
    }

    private byte[] Lines(ShardMerge? merge)
    {
        using MemoryStream output = new();
        using NdjsonFindingWriter lines = new(output, Options.IncludePersonal);
        using SurveyedData data = Survey();
        lines.End(merge is null ? new StreamedRun(_plan, lines, Options, Reading, CancellationToken.None) { RowsOfChunk = RowsOfChunk }.Run(data) : merge.Run(lines));
        return output.ToArray();
    }

    private SurveyedData Survey() => new DataSurveyor(catalogue.Schema, Reading, CancellationToken.None) { RowsOfChunk = RowsOfChunk }.Survey(source).Value;

    private static string? Unlike(byte[] whole, byte[] merged)
    {
        if (whole.AsSpan().SequenceEqual(merged)) return null;
        int at = whole.AsSpan().CommonPrefixLength(merged);
        return $"from {at} of {whole.Length} and {merged.Length}:\n{Around(whole, at)}\n{Around(merged, at)}";
    }

    private static string Around(byte[] bytes, int at) => Encoding.UTF8.GetString(bytes.AsSpan()[Math.Max(0, Math.Min(at, bytes.Length) - 300)..Math.Min(bytes.Length, at + 300)]);
}
