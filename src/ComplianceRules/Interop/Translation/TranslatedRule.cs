using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>A rule of a workflow, said in the rule language; or why it cannot be.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule as it was written.</param>
/// <param name="Diagnostics">Why it is left out, and where its meaning differs.</param>
internal sealed record TranslatedRule(WorkflowRule Rule, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The table whose rows it judges; empty where it is left out.</summary>
    public string Subject { get; init; } = string.Empty;

    /// <summary>The conditions: one, or those of the nested rules.</summary>
    public ImmutableArray<TranslatedItem> Items { get; init; } = [];

    /// <summary>Whether it has items, of which one or all have to hold.</summary>
    public bool IsJoined { get; init; }

    /// <summary>Whether it can be written into a pack.</summary>
    public bool IsGood => !Items.IsEmpty;
}
