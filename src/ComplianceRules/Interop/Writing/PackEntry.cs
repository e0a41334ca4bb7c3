using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>A rule of a workflow on its way into the pack.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Section">The workflow as a part of the pack.</param>
/// <param name="Id">The rule's id in the pack.</param>
/// <param name="Translated">The rule, and what is to be told of it.</param>
internal sealed record PackEntry(PackSection Section, string Id, TranslatedRule Translated)
{
    /// <summary>The parameters of the workflow that the rule may read.</summary>
    public ImmutableArray<WorkflowParameter> Parameters { get; init; } = [];

    /// <summary>What findings say where it is broken; null for the rule's own sentence.</summary>
    public string? Message { get; init; }

    /// <summary>What is to be told of it: differences of meaning, and what was not taken over.</summary>
    public ImmutableArray<Diagnostic> Told { get; init; } = [];
}
