using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Findings;
using RulesEngine.Models;
using MicrosoftEngine = RulesEngine.RulesEngine;

namespace ComplianceRules.RulesEngine;

/// <summary>Runs workflows that an application has already over its own objects, and gives findings.</summary>
/// <remarks>
/// May be shared between threads. A rule that succeeds is Compliant, one that fails NonCompliant; one that RulesEngine could not evaluate (a member that is not there or is null,
/// an expression that it cannot read) is Undetermined with RulesEngine's message, and so is a rule of nested rules that the others do not decide. What a comparison with null says
/// is the workflow's own affair: it fails, and is told as a breach. Actions are not run.
/// </remarks>
public sealed class WorkflowHost
{
    private readonly WorkflowText _workflows;
    private readonly WorkflowHostOptions _options;

    // What an engine has compiled it finds again by the names of input types alone; those of lists are all the same.
    private readonly ConcurrentDictionary<string, MicrosoftEngine> _engines = new(StringComparer.Ordinal);

    /// <summary>Takes workflows.</summary>
    /// <param name="json">One workflow, or a list of them, as RulesEngine reads them.</param>
    /// <param name="options">How to run them; null for the usual.</param>
    /// <exception cref="ArgumentException">It is no such JSON, a workflow injects itself or one that is not there, or an expression is too long or too deep.</exception>
    public WorkflowHost(string json, WorkflowHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        _workflows = new WorkflowText(json);
        _options = options ?? new WorkflowHostOptions();
    }

    /// <summary>The names of the workflows.</summary>
    public ImmutableArray<string> Names => _workflows.Names;

    /// <summary>Runs a workflow.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="subject">What the findings are about.</param>
    /// <param name="inputs">The objects by the names that its expressions have for them, such as <c>input1</c>.</param>
    /// <returns>A finding for each rule that is enabled, in the order of the workflow.</returns>
    /// <exception cref="ArgumentException">There is no such workflow.</exception>
    public async Task<ImmutableArray<Finding>> RunAsync(string workflow, Subject subject, IReadOnlyDictionary<string, object?> inputs)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!Names.Contains(workflow)) throw new ArgumentException($"there is no workflow `{workflow}`", nameof(workflow));
        RuleParameter[] parameters = [.. inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new RuleParameter(i.Key, i.Value))];
        string types = string.Join('\n', parameters.Select(p => $"{p.Name} {p.Type.AssemblyQualifiedName}"));
        MicrosoftEngine engine = _engines.GetOrAdd(types, _ => new MicrosoftEngine(_workflows.Read(), Settings()));
        List<RuleResultTree> results = await engine.ExecuteAllRulesAsync(workflow, parameters).ConfigureAwait(false);
        ForeignFindings findings = new(workflow, subject, _options.Severity, inputs);
        return [.. results.Select(findings.Of)];
    }

    private ReSettings Settings() => new()
    {
        CustomTypes = [.. _options.CustomTypes],
        IsExpressionCaseSensitive = _options.IsCaseSensitive,
        EnableFormattedErrorMessage = false,
        AutoExecuteActions = false,
    };
}
