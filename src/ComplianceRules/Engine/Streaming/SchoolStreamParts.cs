using System.Collections.Frozen;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges chunks of schools that come one after another, and at the end what needs them all.</summary>
/// <remarks>For one run and one thread at a time.</remarks>
internal sealed class SchoolStreamParts
{
    private readonly Plan _plan;
    private readonly RunOptions _options;
    private readonly RunOptions _ofSchools;
    private readonly IFindingSink _sink;
    private readonly StreamedRules _rules;
    private readonly Snapshot _beside;
    private readonly SchoolSurvey _survey;
    private readonly ChunkTally _tally;
    private readonly CancellationToken _cancellation;

    /// <summary>Begins the run.</summary>
    /// <param name="plan">Judges.</param>
    /// <param name="options">What to judge.</param>
    /// <param name="reading">How to read.</param>
    /// <param name="sink">Takes findings.</param>
    /// <param name="beside">Adds what stands beside the schools.</param>
    /// <param name="rowsOfChunk">How many rows a chunk has at least.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="DataRefusedException">What stands beside the schools is refused.</exception>
    public SchoolStreamParts(Plan plan, RunOptions options, SnapshotOptions reading, IFindingSink sink, Action<SnapshotBuilder>? beside, int rowsOfChunk, CancellationToken cancellation)
    {
        _plan = plan;
        _options = options;
        _sink = sink;
        _cancellation = cancellation;
        _rules = plan.Streamed(options);
        _ofSchools = options with { Chosen = _rules.OfSchools.Select(r => r.FullId).Concat(_rules.NotInForce).ToFrozenSet(StringComparer.Ordinal) };
        _tally = new ChunkTally(sink);
        _survey = new SchoolSurvey(plan.Schema);
        _beside = Read(new SnapshotBuilder(plan.Schema, reading) { Cancellation = cancellation }, beside);
        Chunks = new SchoolChunks(plan.Schema, reading, Take, cancellation) { Rows = rowsOfChunk, Calendar = _beside.Calendar, Beside = _beside };
        beside?.Invoke(Chunks.Head);
        if (!_rules.OfAll.IsEmpty) Chunks.Gather(_rules.Facts(), new Dictionary<string, int>(StringComparer.Ordinal));
    }

    /// <summary>Takes the chunks.</summary>
    public SchoolChunks Chunks { get; }

    /// <summary>Judges what needs all schools.</summary>
    /// <returns>The assessment of all, without findings.</returns>
    public Assessment End()
    {
        _plan.CheckNames(Chunks.SchoolIds, _options);
        Assessment? ofChunks = _tally.End();
        Assessment whole = ofChunks is not null && _rules.OfAll.IsEmpty ? ofChunks : _rules.Joined(ofChunks, OfAll(ofChunks is null));
        return _plan.WithWaivers(whole, _options, _beside.Covers) with { Data = _survey.Report(_beside), Subjects = null };
    }

    private static Snapshot Read(SnapshotBuilder builder, Action<SnapshotBuilder>? beside)
    {
        beside?.Invoke(builder);
        if (builder.Tables.FirstOrDefault(t => t.Schema.Name != BaseTables.Region && t.Rows.Length > 0) is { } rows)
            throw new ArgumentException($"rows of `{rows.Schema.Name}` do not stand beside schools, they come with theirs", nameof(beside));
        Diagnostics.Checked<Snapshot> read = builder.Build();
        return read.IsValid ? read.Value : throw new DataRefusedException(read.Diagnostics);
    }

    private void Take(Snapshot chunk)
    {
        _cancellation.ThrowIfCancellationRequested();
        _survey.Take(chunk);
        if (!_rules.OfSchools.IsEmpty) _tally.Take(_plan.RunUnchecked(chunk, _ofSchools, _cancellation));
    }

    // Where no school came, rules of schools have met no row, and are told as such.
    private Assessment OfAll(bool isEmpty)
    {
        RunOptions own = isEmpty ? _options : _options with { Chosen = _rules.OfAll.Select(r => r.FullId).Concat(_rules.NotInForce).ToFrozenSet(StringComparer.Ordinal) };
        Assessment ofAll = _plan.RunUnchecked(Chunks.Head.Build().Value, own, _cancellation);
        _sink.Take(ofAll.Findings);
        return ofAll with { Findings = [] };
    }
}
