using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>One of the records that are made of one.</summary>
/// <param name="Label">What the made column of labels holds.</param>
/// <param name="Columns">The columns that the values come from, in the order of <see cref="Unpivot.Values"/>; null where there is none for this label.</param>
internal sealed record UnpivotPart(string Label, ImmutableArray<MappedColumn?> Columns);
