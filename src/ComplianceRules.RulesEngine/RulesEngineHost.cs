using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Interop;
using RulesEngine.Models;

namespace ComplianceRules.RulesEngine;

/// <summary>Judges snapshots by rule packs with RulesEngine.</summary>
/// <remarks>
/// May be shared between threads. Verdicts are those of <see cref="Plan"/> but for one thing: what is kept and what does not apply are one. Findings have rule, row, verdict,
/// severity, binding, source, unit and a sentence; measured values, limits, margins, missing facts and corrections stay empty.
/// </remarks>
public sealed class RulesEngineHost
{
    // A day and a stack each need their own; who asks for more has them compiled again.
    private const int MostWorkflows = 256;

    private readonly Catalogue _catalogue;
    private readonly RulesEngineHostOptions _options;
    private readonly ConcurrentDictionary<(DateOnly Day, string Name), HostedWorkflow> _workflows = new();

    /// <summary>Takes checked packs.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="options">What to give; null for what is broken and what is not decided.</param>
    public RulesEngineHost(Catalogue catalogue, RulesEngineHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _options = options ?? new RulesEngineHostOptions();
    }

    /// <summary>Judges a snapshot.</summary>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops the run between rows.</param>
    /// <exception cref="ArgumentException">The snapshot was read by another schema.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public async Task<HostedAssessment> RunAsync(Snapshot snapshot, DateOnly asOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        List<Finding> findings = [];
        HashSet<Diagnostic> leftOut = [];
        (int judged, int kept) = (0, 0);
        HostedFindings made = new(snapshot);
        RowObjects objects = new(snapshot);
        foreach (ExportedRun run in WorkflowExport.Of(_catalogue, snapshot, asOf))
        {
            leftOut.UnionWith(run.Workflows.LeftOut);
            foreach (ExportedWorkflow exported in run.Workflows.Workflows)
            {
                HostedWorkflow workflow = WorkflowOf(asOf, exported);
                foreach (int row in run.Rows[exported.Row.Table])
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (Finding finding in await JudgedAsync(workflow, objects, made, row).ConfigureAwait(false))
                    {
                        judged++;
                        if (finding.Verdict == Verdict.Compliant) kept++;
                        if (finding.Verdict != Verdict.Compliant || _options.IncludeAll) findings.Add(finding);
                    }
                }
            }
        }

        return new HostedAssessment(asOf, [.. findings.OrderBy(f => f.Rule, StringComparer.Ordinal)], judged, kept, [.. leftOut.OrderBy(d => d.Arguments[0], StringComparer.Ordinal)]);
    }

    private HostedWorkflow WorkflowOf(DateOnly asOf, ExportedWorkflow exported)
    {
        if (_workflows.Count >= MostWorkflows) _workflows.Clear();
        return _workflows.GetOrAdd((asOf, exported.Name), _ => new HostedWorkflow(exported));
    }

    private static async ValueTask<ImmutableArray<Finding>> JudgedAsync(HostedWorkflow workflow, RowObjects objects, HostedFindings findings, int row)
    {
        RowObject made = objects.Of(workflow.Row, row);
        if (made.Unsaid is { } field) return [.. workflow.Workflow.Rules.Select(r => findings.Unsaid(r, workflow.Row.Table, row, field.Name))];
        ImmutableDictionary<string, RuleResultTree> results = await workflow.JudgeAsync(made.Value!).ConfigureAwait(false);
        return [.. workflow.Workflow.Rules.Select(r => findings.Of(r, workflow.Row.Table, row, results[r.Id], results[r.Id + ExportedRule.BreachSuffix]))];
    }
}
