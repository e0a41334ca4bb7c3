namespace ComplianceRules.Facts;

/// <summary>What the description of a column file says of one child list.</summary>
/// <param name="Name">The list's name.</param>
/// <param name="Table">The table whose rows it holds.</param>
/// <param name="HasReasons">Whether each row says itself why its list is not known.</param>
internal sealed record ListEntry(string Name, string Table, bool HasReasons);
