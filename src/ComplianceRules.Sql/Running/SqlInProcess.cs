using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Running;

/// <summary>Judges facts of a database in process.</summary>
/// <param name="tally">Takes the counts where there is nobody to take findings.</param>
/// <param name="take">Takes findings; null where verdicts are counted.</param>
/// <param name="cancellation">Stops the run.</param>
internal sealed class SqlInProcess(SqlTally tally, Func<SqlFinding, ValueTask>? take, CancellationToken cancellation)
{
    /// <summary>Judges.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="plan">The same for the day.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="options">Which rules.</param>
    public async Task JudgeAsync(Catalogue catalogue, Plan plan, Snapshot facts, RunOptions options)
    {
        if (take is not null)
        {
            await FindAsync(plan.Run(facts, options with { EachRow = true }, cancellation), take).ConfigureAwait(false);
            return;
        }

        using Judgement judgement = plan.Judge(facts, options, cancellation);
        tally.Add(judgement, facts, catalogue.Rules.ToDictionary(r => r.FullId, r => r.Rule.Subject, StringComparer.Ordinal));
    }

    private static async Task FindAsync(Assessment assessment, Func<SqlFinding, ValueTask> take)
    {
        foreach (Finding finding in assessment.Findings)
        {
            if (finding.Subject is { } subject && finding.Verdict is Verdict.NonCompliant or Verdict.Undetermined) await take(Of(finding, subject)).ConfigureAwait(false);
        }
    }

    private static SqlFinding Of(Finding finding, Subject subject) => new()
    {
        Rule = finding.Rule,
        Pack = finding.Pack,
        Verdict = finding.Verdict,
        Severity = finding.Severity,
        Binding = finding.Binding,
        Subject = subject with { Name = null },
        Region = finding.Place?.Region,
        Source = finding.Source,
        Observed = finding.Observed,
        Unit = finding.Unit,
        Limit = finding.Limit,
        Margin = finding.Margin,
        LimitSource = finding.LimitSource,
        LimitTrail = finding.LimitTrail,
    };
}
