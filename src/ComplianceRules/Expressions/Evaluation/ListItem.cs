using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>An item of a list while a macro goes through it: a row, or a value that may be unknown.</summary>
/// <param name="Table">The table of the row; null for a value.</param>
/// <param name="Row">The row.</param>
/// <param name="Value">The value; null for a row.</param>
/// <param name="Doubt">Why it is not known whether the item is in the list at all; null where it surely is.</param>
internal readonly record struct ListItem(FactTable? Table, int Row, Value? Value, UnknownReason? Doubt)
{
    public static ListItem Of(FactTable table, int row) => new(table, row, null, null);

    public static ListItem Of(Value value) => new(null, -1, value, null);
}
