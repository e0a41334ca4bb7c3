using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;

namespace ComplianceRules.Samples.Tests.Api;

/// <summary>An evaluator that does nothing but wait until it is stopped.</summary>
internal sealed class WaitingEvaluator(IRulePackMonitor monitor) : IComplianceEvaluator
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public LoadedPacks Packs => monitor.Current;

    /// <summary>Whether it was stopped by whoever called it.</summary>
    public bool IsStopped { get; private set; }

    public Assessment Evaluate(Snapshot snapshot, EvaluationOptions? options, CancellationToken cancellation)
    {
        IsStopped = cancellation.WaitHandle.WaitOne(Patience);
        cancellation.ThrowIfCancellationRequested();
        throw new TimeoutException("nobody stopped the evaluation");
    }

    public Checked<Assessment> Evaluate(ISnapshotSource source, EvaluationOptions? options, CancellationToken cancellation) => throw new NotSupportedException();

    public Checked<Assessment> EvaluateOne<T>(T school, RowShape<T> shape, EvaluationOptions options, CancellationToken cancellation)
    {
        IsStopped = cancellation.WaitHandle.WaitOne(Patience);
        cancellation.ThrowIfCancellationRequested();
        throw new TimeoutException("nobody stopped the evaluation");
    }

    public Checked<Assessment> EvaluateOne(SchoolRecord school, EvaluationOptions options, CancellationToken cancellation) => throw new NotSupportedException();

    public IAsyncEnumerable<AssessmentPart> EvaluateAsync<T>(IAsyncEnumerable<T> schools, RowShape<T> shape, EvaluationOptions options, Action<SnapshotBuilder>? beside, CancellationToken cancellation) => throw new NotSupportedException();
}
