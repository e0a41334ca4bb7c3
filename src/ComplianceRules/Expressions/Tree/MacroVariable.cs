namespace ComplianceRules.Expressions;

/// <summary>What the items of a list go by inside a macro.</summary>
/// <param name="Name">The name that the author chose; no other name in reach is the same.</param>
/// <param name="Frame">The number by which a <see cref="RowPath"/> or <see cref="VariableExpression"/> means it.</param>
/// <param name="Type">The type of an item; null where items are rows.</param>
/// <param name="Table">The table of an item; null where items are values.</param>
public sealed record MacroVariable(string Name, int Frame, ExpressionType? Type, string? Table);
