using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Goes through the items of lists: child rows, written lists, and what filters and maps make of them.</summary>
internal sealed class ListReader(ReferenceInterpreter interpreter, RowReader reader)
{
    /// <summary>The items of a list.</summary>
    /// <param name="list">An expression that is a list.</param>
    /// <param name="rows">The rows at hand.</param>
    public ListItems Items(TypedExpression list, RowFrames rows)
    {
        ListItems items = list switch
        {
            RowsExpression e => Rows(e.List, rows),
            ListExpression e => new ListItems(null, ListWork.OfWritten(e.Items.Length, rows), e.Items.Select(i => ListItem.Of(interpreter.Evaluate(i, rows)))),
            MacroExpression { Kind: MacroKind.Filter } e => Through(e, rows, Kept),
            MacroExpression { Kind: MacroKind.Map } e => Through(e, rows, Mapped),
            ConditionalExpression e => Chosen(e, rows),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
        return items.Work.IsTooMuch ? ListItems.Unknown(UnknownReason.TooMuchWork) : items;
    }

    /// <summary>All values of a list; where the list, or any of them, is not known, why.</summary>
    /// <param name="list">A list of values.</param>
    /// <param name="rows">The rows at hand.</param>
    public (List<Value> Values, UnknownReason? Missing) Values(TypedExpression list, RowFrames rows)
    {
        ListItems items = Items(list, rows);
        List<Value> values = [];
        foreach (ListItem item in items.All)
        {
            if ((item.Doubt ?? (item.Value as UnknownValue)?.Reason) is { } reason) return ([], reason);
            values.Add(item.Value!);
        }

        return (values, items.Missing);
    }

    private ListItems Rows(ChildListPath list, RowFrames rows)
    {
        ListRows found = reader.RowsOf(list, rows);
        if (found.Missing is { } reason) return ListItems.Unknown(reason);
        bool isOfItem = list.Row.Frame > 0 && !list.Row.Above && rows.At(list.Row.Frame).Table.Schema.Name == list.Row.Table;
        return new ListItems(null, ListWork.Of(isOfItem ? list.Row.Frame : 0, found.End - found.Start, rows), found.Items);
    }

    private ListItems Chosen(ConditionalExpression choice, RowFrames rows) => interpreter.Evaluate(choice.Condition, rows) switch
    {
        BoolValue { Truth: var truth } => Items(truth ? choice.WhenTrue : choice.WhenFalse, rows),
        UnknownValue unknown => ListItems.Unknown(unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    private ListItems Through(MacroExpression macro, RowFrames rows, Func<ListItem, Value, ListItem?> step)
    {
        ListItems items = Items(macro.List, rows);
        return items with { All = items.Each(rows).Select(i => step(i.Item, interpreter.Evaluate(macro.Body, i.Rows))).OfType<ListItem>() };
    }

    private static ListItem? Kept(ListItem item, Value condition) => condition switch
    {
        BoolValue { Truth: false } => null,
        UnknownValue unknown => item with { Doubt = item.Doubt ?? unknown.Reason },
        _ => item,
    };

    private static ListItem? Mapped(ListItem item, Value value) => new ListItem(null, -1, value, item.Doubt);
}
