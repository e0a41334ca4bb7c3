using System.Collections.Concurrent;
using ComplianceRules.Engine;
using ComplianceRules.Interop;

namespace ComplianceRules.RulesEngine;

/// <summary>What was compiled of some packs.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="catalogue">The packs.</param>
internal sealed class ReadyWorkflows(Catalogue catalogue)
{
    // A day and a stack each need their own; who asks for more has them compiled again.
    private const int Most = 256;

    private readonly ConcurrentDictionary<(DateOnly Day, string Name, string Choice), HostedWorkflow> _workflows = new();

    /// <summary>The packs.</summary>
    public Catalogue Catalogue => catalogue;

    /// <summary>A workflow, compiled when it is first run.</summary>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="workflow">The workflow of that day; its name tells the stack.</param>
    /// <param name="choice">Which of its rules were asked for.</param>
    public HostedWorkflow Of(DateOnly asOf, ExportedWorkflow workflow, string choice)
    {
        if (_workflows.Count >= Most) _workflows.Clear();
        return _workflows.GetOrAdd((asOf, workflow.Name, choice), _ => new HostedWorkflow(workflow));
    }
}
