using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges a source some schools at a time.</summary>
/// <remarks>
/// The data is gone through twice: once to hear whether it is sound and what the whole has, once to judge it. So nothing is handed over of data that is refused, and a chunk is
/// judged as part of the whole. Of rules that need more than one school at a time, only the tables and columns that they need are gathered on the second way, and judged after it.
/// For one run and one thread.
/// </remarks>
/// <param name="plan">Judges.</param>
/// <param name="sink">Takes the findings.</param>
/// <param name="options">What to judge.</param>
/// <param name="reading">How to read.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class StreamedRun(Plan plan, IFindingSink sink, RunOptions options, SnapshotOptions reading, CancellationToken cancellation)
{
    private const string Changed = "the data changed while it was read";

    private readonly StreamedRules _rules = plan.Streamed(options);

    /// <summary>How many rows a chunk has at least; what is worked out for them stays in the cache.</summary>
    public int RowsOfChunk { get; init; } = TablePass.FewRows / 2;

    /// <summary>How many rows rules judged together may have where they are judged over everything, each rule counted; a row takes two bits, and four bytes where there is a finding.</summary>
    public long RowsAtOnce { get; init; } = 1 << 23;

    /// <summary>Judges a source.</summary>
    /// <param name="source">Where the facts come from.</param>
    /// <returns>The assessment without its findings; where the data was refused, the problems.</returns>
    public Checked<Assessment> Run(ISnapshotSource source)
    {
        Checked<SurveyedData> read = new DataSurveyor(plan.Schema, reading, cancellation) { RowsOfChunk = RowsOfChunk, IsWhole = options.Previous is not null }.Survey(source);
        if (!read.IsValid) return new Checked<Assessment>(null, read.Diagnostics);
        using SurveyedData data = read.Value;
        return new Checked<Assessment>(Run(data), read.Diagnostics);
    }

    /// <summary>Judges data that was gone through.</summary>
    /// <param name="data">The data.</param>
    /// <returns>The assessment without its findings.</returns>
    public Assessment Run(SurveyedData data)
    {
        if (data.Schools is not { } schools) return RunWhole(data.Whole!);
        plan.CheckNames(schools.SchoolIds, options);
        return plan.WithWaivers(Judge(schools), options, schools.Head.Covers) with { Data = data.Data, Subjects = null, Basis = new RunBasis(plan, options, null) };
    }

    private Assessment Judge(SchoolwiseData data)
    {
        ChunkTally tally = new(sink);
        RunOptions ofSchools = options with { Progress = null, ForReassessment = false, Overview = false, Chosen = _rules.OfSchools.Select(r => r.FullId).Concat(_rules.NotInForce).ToFrozenSet(StringComparer.Ordinal) };
        long judged = 0;
        ChecksummedInput input = new(data.Stream);
        SchoolChunks chunks = new(plan.Schema, reading, Take, cancellation) { Rows = RowsOfChunk, Whole = data.Survey.Presence, Calendar = data.Calendar, Beside = data.Head };
        if (!_rules.OfAll.IsEmpty) chunks.Gather(_rules.Facts(), data.Survey.Rows);
        data.Source.Read(input, chunks, cancellation);
        if (chunks.IsGivenUp || judged != data.Survey.RowCount || input.Seen != data.Seen) throw new IOException(Changed);
        Assessment? ofChunks = tally.End();
        return _rules.OfAll.IsEmpty ? ofChunks! : _rules.Joined(ofChunks, RunParts(chunks.Head.Build().Value, _rules.OfAll, options with { Progress = null }));

        void Take(Snapshot chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            if (chunk.Table(BaseTables.School).Count == 0) return;
            if (!_rules.OfSchools.IsEmpty || _rules.OfAll.IsEmpty) tally.Take(plan.RunUnchecked(chunk, ofSchools, cancellation));
            judged += chunk.Tables.Where(t => t.Schema.Name != BaseTables.Region).Sum(t => (long)t.Count);
            options.Progress?.Report(new RunProgress(judged, data.Survey.RowCount));
        }
    }

    private Assessment RunWhole(Snapshot snapshot)
    {
        plan.Check(snapshot, options);
        return plan.WithWaivers(RunParts(snapshot, _rules.InOrder, options), options, snapshot.Covers) with { Subjects = null, Basis = new RunBasis(plan, options, null) };
    }

    private Assessment RunParts(Snapshot snapshot, ImmutableArray<CheckedRule> rules, RunOptions own) =>
        new PartwiseRun(plan, sink, own, cancellation) { RowsAtOnce = RowsAtOnce }.Run(snapshot, rules, _rules.NotInForce);
}
