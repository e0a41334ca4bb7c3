namespace ComplianceRules.Expressions;

/// <summary>A list of child rows as seen from a row at hand.</summary>
/// <param name="Row">The row that has the list.</param>
/// <param name="List">The list's name, such as <c>classes</c>.</param>
/// <param name="Table">The table whose rows the list holds.</param>
public sealed record ChildListPath(RowPath Row, string List, string Table);
