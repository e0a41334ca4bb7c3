using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The range of a node from those of its parts.</summary>
internal static class NodeRules
{
    /// <summary>The range of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="parts">The ranges of its parts, at least.</param>
    /// <param name="items">The ranges of the lists that the macros around it go through, by their variables.</param>
    public static NodeRange Of(TypedExpression node, Dictionary<TypedExpression, NodeRange> parts, Dictionary<int, NodeRange> items)
    {
        switch (node)
        {
            case VariableExpression variable when items.GetValueOrDefault(variable.Variable.Frame) is { } list:
                return new NodeRange(list.Range, Hazards.None, list.IsWritten);
            case MacroExpression macro:
                return ListRanges.Of(macro, parts[macro.List], parts[macro.Body]);
            case ListExpression list:
                return OfList(list, parts);
            default:
                RangeOutcome outcome = Outcome(node, parts);
                return new NodeRange(outcome.Range, outcome.Hazards, IsWritten(node, parts));
        }
    }

    private static RangeOutcome Outcome(TypedExpression node, Dictionary<TypedExpression, NodeRange> parts) => node switch
    {
        ArithmeticExpression e when parts[e.Left].Range is Interval left && parts[e.Right].Range is Interval right => ArithmeticRanges.Of(e, left, right),
        NegateExpression e when parts[e.Operand].Range is Interval operand => ArithmeticRanges.Kept(IntervalArithmetic.Negate(operand), e.Type),
        CallExpression e => Called(e, [.. e.Arguments.Select(a => parts[a].Range)]),
        AggregateExpression e => ListRanges.Of(e, parts[e.List], e.Argument is { } argument ? parts[argument].Range : null),
        _ => RangeOutcome.Of(Range(node, parts)),
    };

    private static ValueRange Range(TypedExpression node, Dictionary<TypedExpression, NodeRange> parts) => node switch
    {
        LiteralExpression e => TypeRanges.Of(e.Value),
        FieldExpression e => TypeRanges.Of(e.Field),
        ParameterExpression e => TypeRanges.OfParameter(e.Type),
        NotExpression e => Truth(parts[e.Operand]).Not(),
        LogicExpression { IsAnd: true } e => Truth(parts[e.Left]).And(Truth(parts[e.Right])),
        LogicExpression e => Truth(parts[e.Left]).Or(Truth(parts[e.Right])),
        AtLeastExpression e => AtLeast(e, parts),
        ComparisonExpression { Left.Type.IsList: true } => TruthRange.Either,
        ComparisonExpression e => RangeComparison.Holds(e.Operator, parts[e.Left].Range, parts[e.Right].Range),
        ShareComparisonExpression e => RangeComparison.Holds(e.Operator, parts[e.Share].Range, parts[e.Limit].Range),
        MembershipExpression e => Membership(e, parts),
        ConditionalExpression e => Choice(Truth(parts[e.Condition]), parts[e.WhenTrue].Range, parts[e.WhenFalse].Range),
        AnyChildExpression e => new TruthRange(Truth(parts[e.Where]).CanBeTrue, true),
        ChildShareExpression => ListRanges.Share,
        FrequencyExpression { Part: FrequencyPart.Count } => ListRanges.AnyLength,
        _ => TypeRanges.Of(node.Type),
    };

    private static TruthRange AtLeast(AtLeastExpression some, Dictionary<TypedExpression, NodeRange> parts)
    {
        ImmutableArray<TruthRange> truths = [.. some.Conditions.Select(c => Truth(parts[c]))];
        return new TruthRange(truths.Count(t => t.CanBeTrue) >= some.Needed, truths.Count(t => t.CanBeFalse) > truths.Length - some.Needed);
    }

    private static NodeRange OfList(ListExpression list, Dictionary<TypedExpression, NodeRange> parts)
    {
        ValueRange range = list.Items.Select(i => parts[i].Range).Aggregate((ValueRange?)null, (all, item) => all is null ? item : ValueRange.Hull(all, item)) ?? ValueRange.Any;
        return new NodeRange(range, Hazards.None, IsWritten(list, parts)) { Length = Interval.Point(Rational.Of(list.Items.Length)) };
    }

    /// <summary>What can come of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="arguments">The ranges of its arguments.</param>
    public static RangeOutcome Called(CallExpression call, ImmutableArray<ValueRange> arguments)
    {
        RangeOutcome given = call.Function.RangeOf(arguments);
        ValueRange range = given.Range is AnyRange ? TypeRanges.Of(call.Type) : given.Range;
        if (range is not Interval) return given with { Range = range };
        RangeOutcome kept = call.Type.Kind == FieldType.Number ? ArithmeticRanges.Kept(range, call.Type) : RangeOutcome.Of(range);
        return kept with { Hazards = kept.Hazards | given.Hazards };
    }

    private static TruthRange Membership(MembershipExpression membership, Dictionary<TypedExpression, NodeRange> parts)
    {
        if (membership.Collection is not ListExpression list) return TruthRange.Either;
        ValueRange item = parts[membership.Item].Range;
        TruthRange found = new(false, !item.IsEmpty);
        foreach (TypedExpression entry in list.Items) found = found.Or(RangeComparison.Holds(ComparisonOperator.Equal, item, parts[entry].Range));
        return found;
    }

    private static ValueRange Choice(TruthRange condition, ValueRange whenTrue, ValueRange whenFalse)
    {
        if (condition is { CanBeTrue: true, CanBeFalse: true }) return ValueRange.Hull(whenTrue, whenFalse);
        return condition.CanBeTrue ? whenTrue : whenFalse;
    }

    private static TruthRange Truth(NodeRange node) => node.Range as TruthRange ?? TruthRange.Either;

    private static bool IsWritten(TypedExpression node, Dictionary<TypedExpression, NodeRange> parts) =>
        node is LiteralExpression or ListExpression or NotExpression or NegateExpression or LogicExpression or AtLeastExpression or ComparisonExpression or ArithmeticExpression
            or MembershipExpression or ConditionalExpression or AggregateExpression or CallExpression { Function.IsOfArgumentsAlone: true }
        && ExpressionWalker.Parts(node).All(p => parts[p].IsWritten);
}
