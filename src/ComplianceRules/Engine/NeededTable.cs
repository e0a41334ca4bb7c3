using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What rules read of one table.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Table">The table.</param>
/// <param name="Fields">The facts: what tells the row first, then in the order in which the rules speak of them.</param>
/// <param name="Lists">The tables of the lists of child rows that have to be whole, in ordinal order; never those of a region, which is covered or not.</param>
public sealed record NeededTable(TableSchema Table, ImmutableArray<FieldSchema> Fields, ImmutableArray<TableSchema> Lists);
