using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>What became of one rule of a workflow.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Workflow">The workflow's name.</param>
/// <param name="Name">The rule's name; empty where it has none.</param>
/// <param name="Id">Its id in the pack; null where it was left out.</param>
/// <param name="Diagnostics">Why it was left out, or where its meaning differs and what was not taken over.</param>
public sealed record ImportedRule(string Workflow, string Name, string? Id, ImmutableArray<Diagnostic> Diagnostics);
