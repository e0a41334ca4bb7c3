using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>The workflows for the rows of a snapshot that one stack of packs judges.</summary>
/// <param name="Packs">The ids of the packs, outermost first.</param>
/// <param name="Workflows">Their rules.</param>
/// <param name="Rows">The rows that each workflow is for, from 0, by the name of their table.</param>
public sealed record ExportedRun(ImmutableArray<string> Packs, ExportedWorkflows Workflows, ImmutableSortedDictionary<string, ImmutableArray<int>> Rows);
