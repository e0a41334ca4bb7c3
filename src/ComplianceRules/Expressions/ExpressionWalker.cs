namespace ComplianceRules.Expressions;

/// <summary>Finds the parts of a checked expression.</summary>
internal static class ExpressionWalker
{
    /// <summary>The expression and everything in it, each node before its parts, parts from left to right.</summary>
    public static IEnumerable<TypedExpression> SelfAndDescendants(TypedExpression expression)
    {
        Stack<TypedExpression> waiting = new([expression]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            yield return next;
            foreach (TypedExpression part in Parts(next).Reverse()) waiting.Push(part);
        }
    }

    /// <summary>The direct parts of an expression, from left to right.</summary>
    public static IEnumerable<TypedExpression> Parts(TypedExpression expression) => expression switch
    {
        NotExpression e => [e.Operand],
        NegateExpression e => [e.Operand],
        LogicExpression e => [e.Left, e.Right],
        AtLeastExpression e => e.Conditions,
        ComparisonExpression e => [e.Left, e.Right],
        ArithmeticExpression e => [e.Left, e.Right],
        MembershipExpression e => [e.Item, e.Collection],
        SetComparisonExpression e => [e.Inner, e.Outer],
        ConditionalExpression e => [e.Condition, e.WhenTrue, e.WhenFalse],
        ListExpression e => e.Items,
        CallExpression e => e.Arguments,
        ParameterExpression e => [.. Given(e.Key), .. Given(e.SeasonOf)],
        ParameterEntryExpression e => [e.Key],
        AnyChildExpression e => [e.Where],
        ChildShareExpression e => [e.Where, e.That],
        ShareComparisonExpression e => [e.Share, e.Limit],
        FrequencyExpression e => [e.Events, e.Where, e.On, .. Given(e.Min), .. Given(e.Max)],
        MacroExpression e => [e.List, e.Body],
        AggregateExpression { Argument: { } argument } e => [e.List, argument],
        AggregateExpression e => [e.List],
        _ => [],
    };

    private static IEnumerable<TypedExpression> Given(TypedExpression? part) => part is null ? [] : [part];
}
