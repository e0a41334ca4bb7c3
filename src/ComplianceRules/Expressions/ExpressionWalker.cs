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
            PushParts(next, waiting);
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

    // What nearly all nodes are is told apart without a list of parts: every rule of every pack is walked through several times.
    private static void PushParts(TypedExpression expression, Stack<TypedExpression> waiting)
    {
        switch (expression)
        {
            case FieldExpression or LiteralExpression:
                break;
            case LogicExpression e:
                PushBoth(e.Left, e.Right, waiting);
                break;
            case ComparisonExpression e:
                PushBoth(e.Left, e.Right, waiting);
                break;
            case ArithmeticExpression e:
                PushBoth(e.Left, e.Right, waiting);
                break;
            case MembershipExpression e:
                PushBoth(e.Item, e.Collection, waiting);
                break;
            case NotExpression e:
                waiting.Push(e.Operand);
                break;
            default:
                foreach (TypedExpression part in Parts(expression).Reverse()) waiting.Push(part);
                break;
        }
    }

    private static void PushBoth(TypedExpression left, TypedExpression right, Stack<TypedExpression> waiting)
    {
        waiting.Push(right);
        waiting.Push(left);
    }

    private static IEnumerable<TypedExpression> Given(TypedExpression? part) => part is null ? [] : [part];
}
