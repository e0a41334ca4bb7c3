using System.Collections.Immutable;
using System.Diagnostics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Hosting;

/// <summary>One evaluation, as telemetry sees it.</summary>
/// <remarks>For one evaluation. Disposed of without an end, it has failed or was stopped.</remarks>
/// <param name="journal">Tells of it.</param>
/// <param name="activity">The activity; null where nobody listens.</param>
/// <param name="begun">When it began.</param>
/// <param name="cancellation">What stops it.</param>
internal sealed class EvaluationEntry(EvaluationJournal journal, Activity? activity, long begun, CancellationToken cancellation) : IDisposable
{
    private bool _isTold;

    /// <summary>Ends with an assessment.</summary>
    /// <returns>The assessment.</returns>
    public Assessment End(Assessment assessment)
    {
        _isTold = true;
        journal.Tell(activity, assessment, begun);
        return assessment;
    }

    /// <summary>Ends because the data is refused.</summary>
    /// <returns>The problems.</returns>
    public ImmutableArray<Diagnostic> Refuse(ImmutableArray<Diagnostic> problems)
    {
        _isTold = true;
        journal.TellRefused(activity, problems, begun);
        return problems;
    }

    /// <summary>Ends the activity.</summary>
    public void Dispose()
    {
        if (!_isTold) journal.Tell(activity, cancellation.IsCancellationRequested ? "cancelled" : "failed", begun);
        activity?.Dispose();
    }
}
