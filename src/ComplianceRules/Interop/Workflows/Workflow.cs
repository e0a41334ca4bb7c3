using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>A workflow as it is written.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">What it is called, as a text that knows where it stands.</param>
/// <param name="Rules">Its own rules, in file order.</param>
internal sealed record Workflow(JsonNode Name, ImmutableArray<WorkflowRule> Rules)
{
    /// <summary>The parameters that all its rules may read.</summary>
    public ImmutableArray<WorkflowParameter> Parameters { get; init; } = [];

    /// <summary>The names of the workflows whose rules it takes in.</summary>
    public ImmutableArray<JsonNode> Injected { get; init; } = [];

    /// <summary>Why none of its rules can be imported; empty where they can.</summary>
    public ImmutableArray<Diagnostic> Refusals { get; init; } = [];
}
