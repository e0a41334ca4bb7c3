using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Works out macros: what is unknown of an item, or whether it is an item at all, counts only where it could matter.</summary>
internal sealed class MacroEvaluator(ReferenceInterpreter interpreter, ListReader lists)
{
    /// <summary>The value of a macro.</summary>
    /// <param name="macro">A checked macro.</param>
    /// <param name="rows">The rows at hand.</param>
    public Value Evaluate(MacroExpression macro, RowFrames rows)
    {
        if (macro.Kind is MacroKind.Filter or MacroKind.Map) return AsValue(macro, rows);
        ListItems items = lists.Items(macro.List, rows);
        if (items.Missing is { } reason) return new UnknownValue(reason);
        IEnumerable<(ListItem Item, Value Answer)> answers = items.Each(rows).Select(i => (i.Item, interpreter.Evaluate(macro.Body, i.Rows)));
        return macro.Kind switch
        {
            MacroKind.All => First(answers, decisive: false),
            MacroKind.Exists => First(answers, decisive: true),
            MacroKind.ExistsOne => ExistsOne(answers),
            MacroKind.Count => Count(answers),
            _ => Share(answers),
        };
    }

    private Value AsValue(MacroExpression macro, RowFrames rows)
    {
        (List<Value> values, UnknownReason? missing) = lists.Values(macro, rows);
        return missing is { } reason ? new UnknownValue(reason) : new ListValue([.. values]);
    }

    /// <summary>The decisive answer where one item surely gives it, else the other one where no item could give it.</summary>
    private static Value First(IEnumerable<(ListItem Item, Value Answer)> answers, bool decisive)
    {
        UnknownReason? doubt = null;
        foreach ((ListItem item, Value answer) in answers)
        {
            if (answer is BoolValue { Truth: var truth } && truth != decisive) continue;
            if (answer is BoolValue && item.Doubt is null) return answer;
            doubt ??= Doubt(item, answer);
        }

        return doubt is { } reason ? new UnknownValue(reason) : Value.Of(!decisive);
    }

    private static Value ExistsOne(IEnumerable<(ListItem Item, Value Answer)> answers)
    {
        UnknownReason? doubt = null;
        int found = 0;
        foreach ((ListItem item, Value answer) in answers)
        {
            if (answer is BoolValue { Truth: false }) continue;
            if (Doubt(item, answer) is { } reason) doubt ??= reason;
            else if (++found > 1) return Value.False;
        }

        return doubt is { } open ? new UnknownValue(open) : Value.Of(found == 1);
    }

    private static Value Count(IEnumerable<(ListItem Item, Value Answer)> answers)
    {
        int found = 0;
        foreach ((ListItem item, Value answer) in answers)
        {
            if (answer is BoolValue { Truth: false }) continue;
            if (Doubt(item, answer) is { } reason) return new UnknownValue(reason);
            found++;
        }

        return new NumberValue(Rational.Of(found));
    }

    private static Value Share(IEnumerable<(ListItem Item, Value Answer)> answers)
    {
        ShareCount count = default;
        foreach ((ListItem item, Value answer) in answers) count.Add(item.Doubt is { } reason ? new UnknownValue(reason) : Value.True, answer);
        return count.Interval().Value;
    }

    private static UnknownReason? Doubt(ListItem item, Value answer) => (answer as UnknownValue)?.Reason ?? item.Doubt;
}
