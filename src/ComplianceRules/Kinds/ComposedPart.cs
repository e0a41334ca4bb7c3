using System.Collections.Immutable;

namespace ComplianceRules.Kinds;

/// <summary>A part of a rule that is composed of other rules.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The part's id; the rule's id as it was written for a veto.</param>
/// <param name="IsVeto">Whether its rules count whatever their binding.</param>
/// <param name="Rules">The full ids of its rules, by table and id: those of the row's own table and of tables below.</param>
public sealed record ComposedPart(string Id, bool IsVeto, ImmutableArray<string> Rules);
