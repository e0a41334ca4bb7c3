using System.Collections.Immutable;

namespace ComplianceRules.Sql.Reducing;

/// <summary>What rules of regions read of a school, or of some rows below it that are alike.</summary>
/// <param name="Cells">The cells, in the order of <see cref="SqlReducedTable.Names"/>; null where nothing is known.</param>
/// <param name="Times">For how many rows it stands.</param>
internal readonly record struct SqlReducedRow(ImmutableArray<string?> Cells, long Times);
