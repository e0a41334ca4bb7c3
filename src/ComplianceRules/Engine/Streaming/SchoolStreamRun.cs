using System.Runtime.CompilerServices;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Judges schools as they come, which can be gone through only once.</summary>
/// <remarks>
/// Rules that need only a school are judged some thousand rows at a time; of the others the facts that they read are gathered, and they are judged last. Each row that lacks a fact
/// has a finding of its own: which columns nobody has is known only at the end. For one run.
/// </remarks>
/// <param name="plan">Judges.</param>
/// <param name="options">What to judge.</param>
/// <param name="reading">How to read.</param>
internal sealed class SchoolStreamRun(Plan plan, RunOptions options, SnapshotOptions reading)
{
    private readonly RunOptions _options = options with { EachRow = true, ForReassessment = false, Overview = false, Progress = null };
    private readonly FindingTray _tray = new();

    /// <summary>How many rows a chunk has at least.</summary>
    public int RowsOfChunk { get; init; } = TablePass.FewRows / 2;

    /// <summary>Judges schools.</summary>
    /// <param name="schools">The schools.</param>
    /// <param name="shape">How they become rows.</param>
    /// <param name="beside">Adds what stands beside them; called twice.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async IAsyncEnumerable<AssessmentPart> Run<T>(IAsyncEnumerable<T> schools, RowShape<T> shape, Action<SnapshotBuilder>? beside, [EnumeratorCancellation] CancellationToken cancellation)
    {
        SchoolRows.Check(shape);
        plan.CheckNames([], _options with { SchoolPacks = [] });
        SchoolStreamParts parts = new(plan, _options, reading, _tray, beside, RowsOfChunk, cancellation);
        SchoolChunkFiller<T> filler = new(parts.Chunks, shape);
        await foreach (T school in schools.WithCancellation(cancellation).ConfigureAwait(false))
        {
            if (filler.Add(school)) yield return new AssessmentPart(_tray.Empty(), null);
        }

        filler.End();
        Assessment whole = parts.End();
        yield return new AssessmentPart(_tray.Empty(), whole);
    }
}
