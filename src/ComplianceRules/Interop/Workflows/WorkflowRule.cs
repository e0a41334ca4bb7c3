using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>A rule of a workflow as it is written.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Node">The object.</param>
/// <param name="Name">What it is called; empty where it has no name.</param>
internal sealed record WorkflowRule(JsonNode Node, string Name)
{
    /// <summary>How it joins the rules nested in it.</summary>
    public WorkflowJoin Join { get; init; }

    /// <summary>The rules nested in it that are enabled.</summary>
    public ImmutableArray<WorkflowRule> Nested { get; init; } = [];

    /// <summary>Its own parameters, in the order in which they are worked out.</summary>
    public ImmutableArray<WorkflowParameter> Parameters { get; init; } = [];

    /// <summary>Its expression; null where it joins others.</summary>
    public JsonNode? Expression { get; init; }

    /// <summary>Whether it is switched on.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>What is said where it does not hold; null where nothing is.</summary>
    public JsonNode? Message { get; init; }

    /// <summary>Keys that are kept as text beside the rule, each with its value.</summary>
    public ImmutableArray<JsonMember> Remarks { get; init; } = [];

    /// <summary>What is wrong with it, or not taken over.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Everything that is wrong with it and with what is nested in it.</summary>
    public IEnumerable<Diagnostic> AllProblems => Problems.Concat(Nested.SelectMany(r => r.AllProblems));
}
