namespace ComplianceRules.Tests.Engine;

/// <summary>A list as it is written, and its items; null means that it was not reported.</summary>
/// <param name="Text">The text.</param>
/// <param name="Table">The table of its rows; null where it holds values.</param>
/// <param name="Items">The items for a row.</param>
internal sealed record MadeList(string Text, string? Table, Func<Sight, IReadOnlyList<MadeItem>?> Items);
