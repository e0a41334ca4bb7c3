using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>What is asked of the items of a list, whatever the way in which it is written.</summary>
/// <param name="List">The list.</param>
/// <param name="Where">Which items count at all; null where all do.</param>
/// <param name="That">What is asked of each; null where they are only counted or put together.</param>
/// <param name="Variable">What an item goes by; null where bare names are those of its row.</param>
internal sealed record ListQuestion(TypedExpression List, TypedExpression? Where, TypedExpression? That, MacroVariable? Variable)
{
    /// <summary>Whether one item that meets what is asked is enough.</summary>
    public bool IsExists { get; private init; }

    /// <summary>The question of a node.</summary>
    /// <param name="expression">Something made of a list.</param>
    public static ListQuestion Of(TypedExpression expression) => expression switch
    {
        AnyChildExpression e => new(new RowsExpression(e.List), null, e.Where, null) { IsExists = true },
        ChildShareExpression e => new(new RowsExpression(e.List), e.Where, e.That, null),
        MacroExpression e => new(e.List, null, e.Body, e.Variable) { IsExists = e.Kind == MacroKind.Exists },
        AggregateExpression e => new(e.List, null, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    /// <summary>What is asked of the rules of each row.</summary>
    /// <param name="list">The list.</param>
    /// <param name="asked">What is asked.</param>
    public static ListQuestion OfRules(ChildListPath list, RuleSaysExpression asked) => new(new RowsExpression(list), null, asked, null) { IsExists = asked.Asked == RuleSaying.Concerns };

    /// <summary>The table of the rows that the items are or come from; null for written values.</summary>
    public string? Table => TableOf(List);

    private static string? TableOf(TypedExpression list) => list switch
    {
        RowsExpression e => e.List.Table,
        MacroExpression e => TableOf(e.List),
        ConditionalExpression e => TableOf(e.WhenTrue) ?? TableOf(e.WhenFalse),
        _ => null,
    };
}
