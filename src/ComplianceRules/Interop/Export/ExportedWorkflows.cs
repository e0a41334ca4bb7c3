using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>The rules of a stack that are in force on a day, as workflows of RulesEngine.</summary>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Workflows">One workflow a table, in ordinal order of the tables.</param>
/// <param name="LeftOut">A warning for each rule that a workflow cannot say, in ordinal order of the rules.</param>
public sealed record ExportedWorkflows(DateOnly AsOf, ImmutableArray<ExportedWorkflow> Workflows, ImmutableArray<Diagnostic> LeftOut)
{
    /// <summary>How many rules were exported.</summary>
    public int RuleCount => Workflows.Sum(w => w.Rules.Length);

    /// <summary>Writes a list of workflows, each valid by RulesEngine's <c>workflow-schema.json</c>.</summary>
    /// <param name="output">Where to; stays open.</param>
    public void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        WorkflowExportJson.Write(Workflows, output);
    }
}
