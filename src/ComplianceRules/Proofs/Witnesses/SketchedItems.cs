using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>The rows that a list is to have.</summary>
/// <param name="List">The list.</param>
/// <param name="Items">The facts of each row; facts of other rows stand elsewhere.</param>
internal sealed record SketchedItems(ChildListPath List, ImmutableArray<ImmutableArray<SketchedFact>> Items);
