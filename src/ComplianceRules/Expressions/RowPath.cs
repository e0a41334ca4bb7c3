namespace ComplianceRules.Expressions;

/// <summary>How to reach a row from the rows at hand: which of them to start from and which table to climb to.</summary>
/// <param name="Frame">0 for the subject of the rule, 1 for the child row of a kind's list; a macro's variable inside takes the next number.</param>
/// <param name="Table">The table of the row wanted: the start's own, or the nearest of that name above it.</param>
/// <param name="Above">Whether to begin one row above the start: <c>region.x</c> seen from a region is its parent region.</param>
/// <param name="InPrevious">Whether the same row of the earlier snapshot is meant: <c>previous.x</c>.</param>
public sealed record RowPath(int Frame, string Table, bool Above = false, bool InPrevious = false);
