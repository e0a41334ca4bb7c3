using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
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
    private readonly Func<Catalogue> _packs;
    private readonly RulesEngineHostOptions _options;
    private ReadyWorkflows? _ready;

    /// <summary>Takes checked packs.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="options">What to give; null for what is broken and what is not decided.</param>
    public RulesEngineHost(Catalogue catalogue, RulesEngineHostOptions? options = null)
        : this(() => catalogue, options) => ArgumentNullException.ThrowIfNull(catalogue);

    /// <summary>Judges by the packs that an application has in force when it asks.</summary>
    /// <param name="packs">Looks after the packs.</param>
    /// <param name="options">What to give; null for what is broken and what is not decided.</param>
    public RulesEngineHost(IRulePackMonitor packs, RulesEngineHostOptions? options = null)
        : this(() => packs.Current.Catalogue, options) => ArgumentNullException.ThrowIfNull(packs);

    private RulesEngineHost(Func<Catalogue> packs, RulesEngineHostOptions? options) => (_packs, _options) = (packs, options ?? new RulesEngineHostOptions());

    /// <summary>Judges a snapshot by all rules that can be said, see <see cref="RunAsync(Snapshot, DateOnly, RunOptions, CancellationToken)"/>.</summary>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops the run between rows.</param>
    /// <exception cref="ArgumentException">The snapshot was read by another schema.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public Task<HostedAssessment> RunAsync(Snapshot snapshot, DateOnly asOf, CancellationToken cancellation = default) => RunAsync(snapshot, asOf, new RunOptions(), cancellation);

    /// <summary>Judges a snapshot, on the thread that asks: the task is complete when it is given.</summary>
    /// <remarks>
    /// Of the options count <see cref="RunOptions.Only"/>, <see cref="RunOptions.Areas"/>, <see cref="RunOptions.Rules"/>, <see cref="RunOptions.SchoolPacks"/> and
    /// <see cref="RunOptions.IncludeAll"/>, and a file of waivers is refused. The others change nothing: rules that read earlier facts or persons are left out, each row has a finding of its
    /// own, and there are no corrections, no overview, no progress, and one thread. The packs are those in force at the beginning; a snapshot that was read before a reload that changed the
    /// facts of packs is refused. Sentences are in both languages.
    /// </remarks>
    /// <param name="snapshot">The facts, read by the catalogue's schema.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="options">What to judge.</param>
    /// <param name="cancellation">Stops the run between rows.</param>
    /// <exception cref="ArgumentException">The snapshot was read by another schema, the options have waivers, or an option names what is not there.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there is no partial assessment.</exception>
    public async Task<HostedAssessment> RunAsync(Snapshot snapshot, DateOnly asOf, RunOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(options);
        cancellation.ThrowIfCancellationRequested();
        List<Finding> findings = [];
        List<Diagnostic> leftOut = [];
        (int judged, int kept) = (0, 0);
        HostedFindings made = new(snapshot);
        RowObjects objects = new(snapshot);
        ReadyWorkflows ready = ReadyFor(_packs());
        string choice = string.Join('\n', [.. options.Areas, string.Empty, .. options.Rules]);
        foreach (ExportedRun run in WorkflowExport.Of(ready.Catalogue, snapshot, asOf, options))
        {
            leftOut.AddRange(run.Workflows.LeftOut);
            foreach (ExportedWorkflow exported in run.Workflows.Workflows)
            {
                HostedWorkflow workflow = ready.Of(asOf, exported, choice);
                foreach (int row in run.Rows[exported.Row.Table])
                {
                    cancellation.ThrowIfCancellationRequested();
                    foreach (Finding finding in await JudgedAsync(workflow, objects, made, row).ConfigureAwait(false))
                    {
                        judged++;
                        if (finding.Verdict == Verdict.Compliant) kept++;
                        if (finding.Verdict != Verdict.Compliant || _options.IncludeAll || options.IncludeAll) findings.Add(finding);
                    }
                }
            }
        }

        return new HostedAssessment(asOf, InOrder(findings), judged, kept, [.. leftOut.DistinctBy(d => string.Join('\n', d.Arguments.Prepend(d.Code.ToString()))).OrderBy(d => d.Arguments[0], StringComparer.Ordinal)]);
    }

    private static ImmutableArray<Finding> InOrder(IEnumerable<Finding> findings) =>
    [
        .. findings.OrderBy(f => f.Rule, StringComparer.Ordinal).ThenBy(f => f.Pack, StringComparer.Ordinal).ThenBy(f => f.Subject!.Table, StringComparer.Ordinal)
            .ThenBy(f => f.Subject!.Id, StringComparer.Ordinal),
    ];

    // Packs that are loaded anew take the place of those before, with all that was compiled of them.
    private ReadyWorkflows ReadyFor(Catalogue catalogue) => _ready is { } known && known.Catalogue == catalogue ? known : _ready = new ReadyWorkflows(catalogue);

    /// <summary>What the rules of a workflow say of a row.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="objects">Makes the object of the row.</param>
    /// <param name="findings">Makes the findings.</param>
    /// <param name="row">The row, from 0.</param>
    internal static async ValueTask<ImmutableArray<Finding>> JudgedAsync(HostedWorkflow workflow, RowObjects objects, HostedFindings findings, int row)
    {
        RowObject made = objects.Of(workflow.Row, row);
        if (made.Unsaid is { } field) return [.. workflow.Workflow.Rules.Select(r => findings.Unsaid(r, workflow.Row.Table, row, field.Name))];
        ImmutableDictionary<string, RuleResultTree> results = await workflow.JudgeAsync(made.Value!).ConfigureAwait(false);
        return [.. workflow.Workflow.Rules.Select(r => findings.Of(r, workflow.Row.Table, row, results[r.Id], results[r.Id + ExportedRule.BreachSuffix]))];
    }
}
