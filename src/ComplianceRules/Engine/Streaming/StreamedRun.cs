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
        if (source is not ISchoolwiseSource schools || options.Previous is not null) return RunWhole(source.Read(plan.Schema, reading, cancellation));
        using Stream stream = schools.Open();
        if (!stream.CanSeek) return RunWhole(schools, stream);
        long start = stream.Position;
        ChecksummedInput first = new(stream);
        SchoolSurvey survey = new(plan.Schema);
        SchoolChunks chunks = new(plan.Schema, reading, survey.Take, cancellation) { Rows = RowsOfChunk };
        schools.Read(first, chunks, cancellation);
        stream.Position = start;
        if (chunks.IsGivenUp || survey.RowCount == 0) return RunWhole(schools, stream);
        plan.CheckNames(chunks.SchoolIds, options);
        Snapshot head = chunks.Head.Build().Value;
        DataReport data = survey.Report(head);
        SchoolCalendar? calendar = chunks.Head.Calendar;
        ChecksummedInput second = new(stream);
        Assessment assessment = Judge(schools, second, survey, calendar, () => first.Seen == second.Seen);
        return new Checked<Assessment>(plan.WithWaivers(assessment, options, head.Covers) with { Data = data, Subjects = null, Basis = new RunBasis(plan, options, null) }, []);
    }

    private Assessment Judge(ISchoolwiseSource source, Stream stream, SchoolSurvey survey, SchoolCalendar? calendar, Func<bool> isSame)
    {
        ChunkTally tally = new(sink);
        RunOptions ofSchools = options with { Progress = null, ForReassessment = false, Overview = false, Chosen = _rules.OfSchools.Select(r => r.FullId).Concat(_rules.NotInForce).ToFrozenSet(StringComparer.Ordinal) };
        long judged = 0;
        SchoolChunks chunks = new(plan.Schema, reading, Take, cancellation) { Rows = RowsOfChunk, Whole = survey.Presence, Calendar = calendar };
        if (!_rules.OfAll.IsEmpty) chunks.Gather(_rules.Facts(), survey.Rows);
        source.Read(stream, chunks, cancellation);
        if (chunks.IsGivenUp || judged != survey.RowCount || !isSame()) throw new IOException(Changed);
        Assessment? ofChunks = tally.End();
        return _rules.OfAll.IsEmpty ? ofChunks! : Joined(ofChunks, RunParts(chunks.Head.Build().Value, _rules.OfAll, options with { Progress = null }));

        void Take(Snapshot chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            if (chunk.Table(BaseTables.School).Count == 0) return;
            if (!_rules.OfSchools.IsEmpty || _rules.OfAll.IsEmpty) tally.Take(plan.RunUnchecked(chunk, ofSchools, cancellation));
            judged += chunk.Tables.Where(t => t.Schema.Name != BaseTables.Region).Sum(t => (long)t.Count);
            options.Progress?.Report(new RunProgress(judged, survey.RowCount));
        }
    }

    // Persons are counted by rules over all alone.
    private Assessment Joined(Assessment? ofChunks, Assessment ofAll)
    {
        if (ofChunks is null) return ofAll;
        Dictionary<(string Rule, string Pack), RuleSummary> summaries = ofChunks.Rules.Concat(ofAll.Rules).ToDictionary(r => (r.Rule, r.Pack));
        return ofAll with { WaiverTally = WaiverTally.Sum([ofChunks.WaiverTally, ofAll.WaiverTally]), Rules = [.. _rules.InOrder.Select(r => summaries[(r.Id, r.Pack.Id)])] };
    }

    private Checked<Assessment> RunWhole(ISchoolwiseSource source, Stream stream)
    {
        SnapshotBuilder builder = new(plan.Schema, reading) { Cancellation = cancellation };
        source.Read(stream, builder, cancellation);
        return RunWhole(builder.Build());
    }

    private Checked<Assessment> RunWhole(Checked<Snapshot> read)
    {
        if (!read.IsValid) return new Checked<Assessment>(null, read.Diagnostics);
        plan.Check(read.Value, options);
        Assessment assessment = RunParts(read.Value, _rules.InOrder, options);
        return new Checked<Assessment>(plan.WithWaivers(assessment, options, read.Value.Covers) with { Subjects = null, Basis = new RunBasis(plan, options, null) }, read.Diagnostics);
    }

    private Assessment RunParts(Snapshot snapshot, ImmutableArray<CheckedRule> rules, RunOptions own) =>
        new PartwiseRun(plan, sink, own, cancellation) { RowsAtOnce = RowsAtOnce }.Run(snapshot, rules, _rules.NotInForce);
}
