using System.Collections.Frozen;
using System.Security.Cryptography;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Judges a share of the schools and writes the part.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="plan">Judges.</param>
/// <param name="catalogue">The checked packs.</param>
/// <param name="request">What is asked for.</param>
/// <param name="part">Takes the part.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class ShardRun(Plan plan, Catalogue catalogue, ShardRequest request, PartWriter part, CancellationToken cancellation)
{
    private const string Changed = "the data changed while it was read";

    private readonly StreamedRules _rules = plan.Streamed(request.Options);
    private readonly PartLines _lines = new(part);
    private readonly OverviewShare _overview = new();
    private ChunkTally? _tally;

    /// <summary>Judges the share.</summary>
    /// <param name="data">The data.</param>
    public void Run(SurveyedData data)
    {
        plan.CheckNames(data.SchoolIds, request.Options);
        if (request.Options.Waivers is { } waivers && waivers.Catalogue != catalogue) throw new ArgumentException("the waivers were read against another catalogue", nameof(data));
        part.Line(Head(data.Schools is not null).Write);
        _tally = new ChunkTally(_lines);
        (Snapshot facts, string digest) = data.Schools is { } schools ? Judge(schools) : Judge(data.Whole!);
        _lines.Counts(_tally, _rules.OfSchools, _overview);
        _lines.Schools(_overview);
        if (_tally.Waivers is { } found) _lines.Waivers(found);
        _lines.Data(data.Schools is null ? "facts" : "bytes", digest, data.Data);
        _lines.Facts(facts, cancellation);
        part.Seal();
    }

    private PartHead Head(bool isChunked) => new()
    {
        Tool = PartHead.OwnTool,
        Shard = request.Shard,
        AsOf = plan.AsOf,
        Source = request.Source,
        Packs = [.. catalogue.Packs.Packs.Select(p => (p.Id, p.Version.ToNormalizedString(), p.Sha256))],
        Waivers = request.Options.Waivers?.Sha256,
        Options = PartOptions.Of(request),
        Rules = [.. _rules.OfSchools.Select(r => r.FullId)],
        IsChunked = isChunked,
    };

    private (Snapshot Facts, string Digest) Judge(Snapshot whole)
    {
        FactTable schools = whole.Table(BaseTables.School);
        Judge(SnapshotJoin.Of(whole, IsOwn, request.Shard.HasStrays, null), schools, 0, 0);
        Snapshot facts = SnapshotJoin.Of(whole, IsOwn, request.Shard.HasStrays, Wanted());
        string digest = FactDigest.Of(whole, cancellation);
        long rows = whole.Tables.Sum(t => (long)t.Count);
        if (rows > 0) request.Options.Progress?.Report(new RunProgress(rows, rows));
        GC.KeepAlive(whole);
        return (facts, digest);

        bool IsOwn(int row) => request.Shard.Has(schools.Ids.Bytes(row));
    }

    private (Snapshot Facts, string Digest) Judge(SchoolwiseData data)
    {
        (long judged, int before, int number) = (0, 0, 0);
        using IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ChecksummedInput input = new(data.Stream) { Digest = digest };
        SchoolChunks chunks = new(plan.Schema, request.Reading, Take, cancellation) { Rows = request.RowsOfChunk, Whole = data.Survey.Presence, Calendar = data.Calendar, Beside = data.Head };
        chunks.Gather(Wanted(), data.Survey.Rows.ToDictionary(r => r.Key, r => r.Value / request.Shard.Count), request.Shard.Has);
        data.Source.Read(input, chunks, cancellation);
        if (chunks.IsGivenUp || judged != data.Survey.RowCount || input.Seen != data.Seen) throw new IOException(Changed);
        return (chunks.Head.Build().Value, Convert.ToHexStringLower(digest.GetHashAndReset()));

        void Take(Snapshot chunk)
        {
            FactTable schools = chunk.Table(BaseTables.School);
            if (schools.Count > 0) Judge(SnapshotJoin.Of(chunk, row => request.Shard.Has(schools.Ids.Bytes(row)), hasStrays: false, null), schools, number++, before);
            before += schools.Count;
            judged += chunk.Tables.Where(t => t.Schema.Name != BaseTables.Region).Sum(t => (long)t.Count);
            request.Options.Progress?.Report(new RunProgress(judged, data.Survey.RowCount));
        }
    }

    private void Judge(Snapshot own, FactTable all, int chunk, int before)
    {
        cancellation.ThrowIfCancellationRequested();
        if (own.Table(BaseTables.School).Count == 0) return;
        _lines.Begin(chunk);
        for (int row = 0; row < all.Count; row++)
        {
            if (request.Shard.Has(all.Ids.Bytes(row))) _lines.Place(all.Id(row), before + row);
        }

        if (_rules.OfSchools.IsEmpty) return;
        RunOptions ofSchools = request.Options with
        {
            Progress = null,
            ForReassessment = false,
            Overview = false,
            Sharing = _overview,
            Chosen = _rules.OfSchools.Select(r => r.FullId).ToFrozenSet(StringComparer.Ordinal),
        };
        _tally!.Take(plan.RunUnchecked(own, ofSchools, cancellation));
    }

    // Which rows there are is wanted of every table that is judged: an assessment tells their ids.
    private FactSelection Wanted()
    {
        FactSelection wanted = _rules.Facts();
        wanted.AddField(BaseTables.School, RowSubjects.Name);
        foreach (CheckedRule rule in _rules.InOrder) wanted.AddTable(rule.Rule.Subject);
        return wanted;
    }
}
