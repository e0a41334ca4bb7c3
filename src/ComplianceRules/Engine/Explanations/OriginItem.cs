using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>An item of a list and the row that it is or was made from.</summary>
/// <param name="Item">The item.</param>
/// <param name="Table">The table of the row; null for a value that was made from none.</param>
/// <param name="Row">The row.</param>
/// <param name="Made">What made the value; null for a row.</param>
/// <param name="Variable">What the row goes by in what made the value; null for a row.</param>
internal readonly record struct OriginItem(ListItem Item, FactTable? Table, int Row, TypedExpression? Made, MacroVariable? Variable)
{
    /// <summary>The items of a list that is known.</summary>
    /// <param name="list">The list.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <param name="interpreter">Evaluates one row.</param>
    public static IEnumerable<OriginItem> Of(TypedExpression list, RowFrames rows, ReferenceInterpreter interpreter) => list switch
    {
        MacroExpression { Kind: MacroKind.Filter } e => Inside(e, rows, interpreter).Select(i => i.Item.Kept(i.Value)).Where(i => i is not null).Select(i => i!.Value),
        MacroExpression e => Inside(e, rows, interpreter)
            .Select(i => i.Item with { Item = ListItem.Of(i.Value) with { Doubt = i.Item.Item.Doubt }, Made = e.Body, Variable = e.Variable }),
        ConditionalExpression e => Of(interpreter.Evaluate(e.Condition, rows) is BoolValue { Truth: true } ? e.WhenTrue : e.WhenFalse, rows, interpreter),
        ListExpression e => e.Items.Select(item => new OriginItem(ListItem.Of(interpreter.Evaluate(item, rows)), null, -1, item, null)),
        _ => interpreter.Items(list, rows).All.Select(item => new OriginItem(item, item.Table, item.Row, null, null)),
    };

    private static IEnumerable<(OriginItem Item, Value Value)> Inside(MacroExpression macro, RowFrames rows, ReferenceInterpreter interpreter)
    {
        ListWork work = interpreter.Items(macro.List, rows).Work;
        return Of(macro.List, rows, interpreter).Select(item => (item, interpreter.Evaluate(macro.Body, rows.Enter(item.Item, work))));
    }

    private OriginItem? Kept(Value condition) => condition switch
    {
        BoolValue { Truth: false } => null,
        UnknownValue unknown => this with { Item = Item with { Doubt = Item.Doubt ?? unknown.Reason } },
        _ => this,
    };
}
