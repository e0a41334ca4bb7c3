using System.Collections.Immutable;
using System.Diagnostics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using Microsoft.Extensions.Logging;

namespace ComplianceRules.Hosting;

/// <summary>Tells activities, metrics and the log of evaluations.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="set">The name of the options whose packs judge.</param>
/// <param name="clock">The clock.</param>
/// <param name="logger">Hears of evaluations.</param>
/// <param name="metrics">Counts them.</param>
internal sealed class EvaluationJournal(string set, TimeProvider clock, ILogger<EvaluationJournal> logger, ComplianceRulesMetrics metrics)
{
    /// <summary>Begins an evaluation.</summary>
    /// <param name="cancellation">What stops it.</param>
    public EvaluationEntry Begin(CancellationToken cancellation) => new(this, ComplianceRulesMetrics.Begin(set), clock.GetTimestamp(), cancellation);

    /// <summary>Tells of an evaluation that has an assessment.</summary>
    public void Tell(Activity? activity, Assessment assessment, long begun)
    {
        long rows = assessment.Data.Rows.Values.Sum(count => (long)count);
        TimeSpan elapsed = clock.GetElapsedTime(begun);
        metrics.Count(set, assessment, rows, elapsed);
        ComplianceRulesMetrics.Tell(activity, assessment, rows);
        LogMessages.Evaluated(logger, rows, assessment.AsOf, LogMessages.NameOf(set), elapsed);
    }

    /// <summary>Tells of an evaluation whose data was refused.</summary>
    public void TellRefused(Activity? activity, ImmutableArray<Diagnostic> problems, long begun)
    {
        Tell(activity, "refused", begun);
        LogMessages.DataRefused(logger, LogMessages.NameOf(set), problems.Length);
    }

    /// <summary>Tells of an evaluation that has no assessment.</summary>
    public void Tell(Activity? activity, string outcome, long begun)
    {
        metrics.Count(set, outcome, clock.GetElapsedTime(begun));
        ComplianceRulesMetrics.Tell(activity, outcome);
    }
}
