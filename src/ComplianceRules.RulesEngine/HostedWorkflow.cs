using System.Collections.Immutable;
using ComplianceRules.Interop;
using RulesEngine.Models;
using MicrosoftEngine = RulesEngine.RulesEngine;

namespace ComplianceRules.RulesEngine;

/// <summary>A workflow of a pack, ready to judge rows.</summary>
/// <remarks>May be shared between threads. It has an engine of its own: what an engine has compiled it finds again by names of classes, not by the classes.</remarks>
internal sealed class HostedWorkflow
{
    private readonly MicrosoftEngine _engine;

    /// <summary>Makes it ready.</summary>
    /// <param name="workflow">The workflow.</param>
    public HostedWorkflow(ExportedWorkflow workflow)
    {
        Workflow = workflow;
        Row = new RowType(workflow.Row);
        Rule[] rules = [.. workflow.Rules.SelectMany(r => new[] { RuleOf(r.Id, r.Kept), RuleOf(r.Id + ExportedRule.BreachSuffix, r.Broken) })];
        _engine = new MicrosoftEngine([new Workflow { WorkflowName = workflow.Name, Rules = rules }], new ReSettings { EnableFormattedErrorMessage = false, AutoExecuteActions = false, EnableParallelRuleCompilation = true });
    }

    /// <summary>The workflow.</summary>
    public ExportedWorkflow Workflow { get; }

    /// <summary>The class of its rows.</summary>
    public RowType Row { get; }

    /// <summary>Judges a row.</summary>
    /// <param name="row">The object of the row.</param>
    /// <returns>What the rules say, by the names of the workflow's rules.</returns>
    public async ValueTask<ImmutableDictionary<string, RuleResultTree>> JudgeAsync(object row)
    {
        List<RuleResultTree> results = await _engine.ExecuteAllRulesAsync(Workflow.Name, [new RuleParameter("input1", row)]).ConfigureAwait(false);
        return results.ToImmutableDictionary(r => r.Rule.RuleName, StringComparer.Ordinal);
    }

    private static Rule RuleOf(string name, string expression) => new() { RuleName = name, Expression = expression };
}
