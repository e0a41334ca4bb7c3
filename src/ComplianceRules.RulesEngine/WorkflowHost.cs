using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Findings;
using RulesEngine.Exceptions;
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
    // Objects without a class of their own have one for each set of members and their types; who asks for more has workflows compiled again.
    private const int MostEngines = 256;

    private readonly WorkflowText _workflows;
    private readonly Severity _severity;
    private readonly Type[] _customTypes;
    private readonly bool _isCaseSensitive;

    // What an engine has compiled it finds again by the names of input types alone; those of lists are all the same.
    private readonly ConcurrentDictionary<string, MicrosoftEngine> _engines = new(StringComparer.Ordinal);

    /// <summary>Takes workflows.</summary>
    /// <param name="json">One workflow, or a list of them, as RulesEngine reads them.</param>
    /// <param name="options">How to run them; null for the usual. What is set later counts for nothing.</param>
    /// <exception cref="ArgumentException">
    /// It is no such JSON, a workflow injects itself, one that is not there, or one twice, two of its rules have one name, RulesEngine refuses a rule, or an expression is too long or
    /// too deep.
    /// </exception>
    public WorkflowHost(string json, WorkflowHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        _workflows = new WorkflowText(json);
        options ??= new WorkflowHostOptions();
        (_severity, _customTypes, _isCaseSensitive) = (options.Severity, [.. options.CustomTypes ?? []], options.IsCaseSensitive);
        try
        {
            Engine();
        }
        catch (RuleValidationException error)
        {
            throw new ArgumentException(error.Message, nameof(json), error);
        }
    }

    /// <summary>The names of the workflows.</summary>
    public ImmutableArray<string> Names => _workflows.Names;

    /// <summary>Runs a workflow, on the thread that asks: the task is complete when it is given.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="subject">What the findings are about.</param>
    /// <param name="inputs">The objects by the names that its expressions have for them, such as <c>input1</c>.</param>
    /// <param name="cancellation">Stops the run between rules; a rule that is being evaluated is not stopped.</param>
    /// <returns>A finding for each rule that is enabled, in the order of the workflow, and then those of workflows that it injects.</returns>
    /// <exception cref="ArgumentException">There is no such workflow.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; there are no partial findings.</exception>
    public async Task<ImmutableArray<Finding>> RunAsync(string workflow, Subject subject, IReadOnlyDictionary<string, object?> inputs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(inputs);
        if (!Names.Contains(workflow)) throw new ArgumentException($"there is no workflow `{workflow}`", nameof(workflow));
        cancellation.ThrowIfCancellationRequested();
        if (!_workflows.HasRules(workflow)) return [];
        RuleParameter[] parameters = [.. inputs.OrderBy(i => i.Key, StringComparer.Ordinal).Select(i => new RuleParameter(i.Key, i.Value))];
        string types = string.Join('\n', parameters.Select(p => $"{p.Name} {p.Type.AssemblyQualifiedName}"));
        if (_engines.Count >= MostEngines) _engines.Clear();
        MicrosoftEngine engine = _engines.GetOrAdd(types, _ => Engine());
        List<RuleResultTree> results = await engine.ExecuteAllRulesAsync(workflow, parameters, cancellation).ConfigureAwait(false);
        ForeignFindings findings = new(workflow, subject, _severity, inputs);
        return [.. results.Select(findings.Of)];
    }

    private MicrosoftEngine Engine() => new([.. _workflows.Read().Where(w => _workflows.HasRules(w.WorkflowName))], Settings());

    private ReSettings Settings() => new()
    {
        CustomTypes = [.. _customTypes],
        IsExpressionCaseSensitive = _isCaseSensitive,
        EnableFormattedErrorMessage = false,
        AutoExecuteActions = false,
    };
}
