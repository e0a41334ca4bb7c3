using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges a source some schools at a time.</summary>
/// <remarks>
/// The data is gone through twice: once to hear whether it is sound and what the whole has, once to judge it. So nothing is handed over of data that is refused, and a chunk is
/// judged as part of the whole. For one run and one thread.
/// </remarks>
/// <param name="plan">Judges.</param>
/// <param name="sink">Takes the findings.</param>
/// <param name="options">What to judge.</param>
/// <param name="reading">How to read.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class StreamedRun(Plan plan, IFindingSink sink, RunOptions options, SnapshotOptions reading, CancellationToken cancellation)
{
    private const string Changed = "the data changed while it was read";

    /// <summary>How many rows a chunk has at least; what is worked out for them stays in the cache.</summary>
    public int RowsOfChunk { get; init; } = TablePass.FewRows / 2;

    /// <summary>Judges a source.</summary>
    /// <param name="source">Where the facts come from.</param>
    /// <returns>The assessment without its findings; where the data was refused, the problems.</returns>
    public Checked<Assessment> Run(ISnapshotSource source)
    {
        if (source is not ISchoolwiseSource schools || !plan.IsChunkable(options)) return RunWhole(source.Read(plan.Schema, reading, cancellation));
        using Stream stream = schools.Open();
        if (!stream.CanSeek) return RunWhole(schools, stream);
        long start = stream.Position;
        ChecksummedInput first = new(stream);
        SchoolSurvey survey = new(plan.Schema);
        SchoolChunks chunks = new(plan.Schema, reading, survey.Take) { Rows = RowsOfChunk };
        schools.Read(first, chunks, cancellation);
        stream.Position = start;
        if (chunks.IsGivenUp || survey.RowCount == 0) return RunWhole(schools, stream);
        plan.CheckNames(chunks.SchoolIds, options);
        DataReport data = survey.Report(chunks.Head.Build().Value);
        ChecksummedInput second = new(stream);
        Assessment assessment = Judge(schools, second, survey, (chunks.Head.Calendar, data));
        if (first.Seen != second.Seen) throw new IOException(Changed);
        return new Checked<Assessment>(assessment, []);
    }

    private Assessment Judge(ISchoolwiseSource source, Stream stream, SchoolSurvey survey, (SchoolCalendar? Calendar, DataReport Data) whole)
    {
        ChunkTally tally = new(sink);
        RunOptions quiet = options with { Progress = null };
        long judged = 0;
        SchoolChunks chunks = new(plan.Schema, reading, Take) { Rows = RowsOfChunk, Whole = survey.Presence, Calendar = whole.Calendar };
        source.Read(stream, chunks, cancellation);
        if (chunks.IsGivenUp || judged != survey.RowCount) throw new IOException(Changed);
        return tally.End(whole.Data);

        void Take(Snapshot chunk)
        {
            cancellation.ThrowIfCancellationRequested();
            if (chunk.Table(BaseTables.School).Count == 0) return;
            tally.Take(plan.RunUnchecked(chunk, quiet, cancellation));
            judged += chunk.Tables.Where(t => t.Schema.Name != BaseTables.Region).Sum(t => (long)t.Count);
            options.Progress?.Report(new RunProgress(judged, survey.RowCount));
        }
    }

    private Checked<Assessment> RunWhole(ISchoolwiseSource source, Stream stream)
    {
        SnapshotBuilder builder = new(plan.Schema, reading);
        source.Read(stream, builder, cancellation);
        return RunWhole(builder.Build());
    }

    private Checked<Assessment> RunWhole(Checked<Snapshot> read)
    {
        if (!read.IsValid) return new Checked<Assessment>(null, read.Diagnostics);
        Assessment assessment = plan.Run(read.Value, options, cancellation);
        sink.Take(assessment.Findings);
        return new Checked<Assessment>(assessment with { Findings = [] }, read.Diagnostics);
    }
}
