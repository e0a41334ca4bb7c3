using ComplianceRules.Expressions;

namespace ComplianceRules.Reports;

/// <content>Lists and what is made of them.</content>
internal sealed partial class ExpressionWords
{
    private string OfList(TypedExpression expression) => expression switch
    {
        RowsExpression e => Rows(e.List),
        AnyChildExpression e => Say("any", Kept(e.List, e.Where)),
        ChildShareExpression e => Say("macro.Share", Kept(e.List, e.Where), Inside(e.List.Table).Operand(e.That)),
        FrequencyExpression e => Frequency(e),
        MacroExpression e => Say($"macro.{e.Kind}", Of(e.List), Body(e)),
        AggregateExpression { Kind: AggregateKind.Variation, Argument: { } weights } e => Say("aggregate.Weighted", Of(e.List), Of(weights)),
        AggregateExpression { Argument: { } place } e => Say($"aggregate.{e.Kind}", Of(e.List), Of(place)),
        AggregateExpression e => Say($"aggregate.{e.Kind}", Of(e.List)),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private string NoneOf(TypedExpression expression) => expression is MacroExpression macro
        ? Say("macro.NotExists", Of(macro.List), Body(macro))
        : Say("none", Kept(((AnyChildExpression)expression).List, ((AnyChildExpression)expression).Where));

    private string Body(MacroExpression macro) => Inside(macro.Variable.Table).Operand(macro.Body);

    private string Kept(ChildListPath list, TypedExpression where) => IsAlways(where) ? Rows(list) : Say("rows.filter", Rows(list), Inside(list.Table).Operand(where));

    private string Rows(ChildListPath list)
    {
        RowPath row = list.Row;
        (string title, string plain, string owner) = (TableTitle(list.Table), list.List.Replace('_', ' '), TableTitle(row.Table));
        bool isOwn = row.Table == _frames[row.Frame] && !row.Above;
        if (row.Frame == _frames.Length - 1) return isOwn ? Say("rows.own", title, plain) : Say("rows.above", title, plain, owner);
        return isOwn ? Say("rows.outer", title, plain, owner) : Say("rows.of", title, plain, owner);
    }

    private string Frequency(FrequencyExpression frequency)
    {
        string events = Kept(frequency.Events.List, frequency.Where);
        string counted = Say("frequency", Say($"period.{frequency.Periods.Per}"), events, Inside(frequency.Events.List.Table).Of(frequency.On));
        string within = frequency.Periods.Within is { } frame ? Say($"frequency.within.{frame}", counted) : counted;
        if (frequency.Part == FrequencyPart.Count) return within;
        if (frequency.Part == FrequencyPart.Judged) return Say("frequency.judged", within);
        string[] limits =
        [
            .. frequency.Min is { } min ? [Asked(ComparisonOperator.GreaterOrEqual, min, [])] : (string[])[],
            .. frequency.Max is { } max ? [Asked(ComparisonOperator.LessOrEqual, max, [])] : (string[])[],
        ];
        return Say("compare", within, string.Join(Say("and"), limits));
    }
}
