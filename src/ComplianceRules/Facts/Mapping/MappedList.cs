namespace ComplianceRules.Facts;

/// <summary>Which column of a row says whether one of its lists is whole.</summary>
/// <param name="List">The list's name, such as <c>classes</c>.</param>
/// <param name="Column">The column.</param>
/// <param name="Words">Which words mean nothing, true and false.</param>
internal sealed record MappedList(string List, MappedColumn Column, CellWords Words);
