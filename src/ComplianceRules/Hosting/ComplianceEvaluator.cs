using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Hosting;

/// <summary>Judges by the packs of a monitor.</summary>
/// <param name="monitor">Has the packs.</param>
/// <param name="journal">Tells of evaluations.</param>
internal sealed class ComplianceEvaluator(RulePackMonitor monitor, EvaluationJournal journal) : IComplianceEvaluator
{
    /// <inheritdoc/>
    public LoadedPacks Packs => monitor.Current;

    /// <inheritdoc/>
    public Assessment Evaluate(Snapshot snapshot, EvaluationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        options ??= new EvaluationOptions();
        using EvaluationEntry entry = journal.Begin(cancellation);
        LoadedPacks packs = monitor.Book.For(snapshot, monitor.Current);
        return entry.End(Judge(packs, snapshot, options, cancellation));
    }

    /// <inheritdoc/>
    public Checked<Assessment> Evaluate(ISnapshotSource source, EvaluationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new EvaluationOptions();
        using EvaluationEntry entry = journal.Begin(cancellation);
        LoadedPacks packs = monitor.Current;
        Checked<Snapshot> read = source.Read(packs.Schema, options.Reading, cancellation);
        if (!read.IsValid) return new Checked<Assessment>(null, entry.Refuse(read.Diagnostics));
        return new Checked<Assessment>(entry.End(Judge(packs, read.Value, options, cancellation)), read.Diagnostics);
    }

    /// <inheritdoc/>
    public Checked<Assessment> EvaluateOne<T>(T school, RowShape<T> shape, EvaluationOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(school);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(options);
        DateOnly asOf = options.AsOf ?? throw NoDay(nameof(options));
        using EvaluationEntry entry = journal.Begin(cancellation);
        LoadedPacks packs = monitor.Current;
        Checked<Snapshot> read = SchoolRows.Read(school, shape, packs.Schema, options.Reading, cancellation);
        if (!read.IsValid) return new Checked<Assessment>(null, entry.Refuse(read.Diagnostics));
        return new Checked<Assessment>(entry.End(packs.PlanFor(asOf).RunOne(read.Value, options.Run, cancellation)), read.Diagnostics);
    }

    /// <inheritdoc/>
    public Checked<Assessment> EvaluateOne(SchoolRecord school, EvaluationOptions options, CancellationToken cancellation = default) =>
        EvaluateOne(school, SchoolRecord.Shape, options, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AssessmentPart> EvaluateAsync<T>(
        IAsyncEnumerable<T> schools, RowShape<T> shape, EvaluationOptions options, Action<SnapshotBuilder>? beside = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(schools);
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(options);
        DateOnly asOf = options.AsOf ?? throw NoDay(nameof(options));
        using EvaluationEntry entry = journal.Begin(cancellation);
        IAsyncEnumerable<AssessmentPart> parts = monitor.Current.PlanFor(asOf).RunAsync(schools, shape, beside, options.Run, options.Reading, cancellation);
        await foreach (AssessmentPart part in parts.ConfigureAwait(false))
        {
            if (part.Whole is { } whole) entry.End(whole);
            yield return part;
        }
    }

    private static Assessment Judge(LoadedPacks packs, Snapshot snapshot, EvaluationOptions options, CancellationToken cancellation)
    {
        DateOnly asOf = options.AsOf ?? snapshot.Date ?? throw NoDay(nameof(options));
        return packs.PlanFor(asOf).Run(snapshot, options.Run, cancellation);
    }

    private static ArgumentException NoDay(string parameter) => new("neither the data nor the options give the day of assessment: set `AsOf`", parameter);
}
