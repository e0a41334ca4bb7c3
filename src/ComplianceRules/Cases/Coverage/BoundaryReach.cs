using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Cases;

/// <summary>Which sides of a comparison rows can stand on at all.</summary>
/// <param name="test">The comparison.</param>
/// <param name="isLimit">Whether it holds something to a limit of the rule's kind.</param>
/// <param name="ranges">The ranges of the condition that it stands in.</param>
internal sealed class BoundaryReach(TypedExpression test, bool isLimit, ExpressionRanges ranges)
{
    private readonly (ComparisonOperator Operator, TypedExpression Measured, TypedExpression Limit)? _order = Ordered(test);

    /// <summary>The parameters that it compares with, each once.</summary>
    public ImmutableArray<ParameterExpression> Parameters { get; } = [.. ComparedParameters.In(test, Both).DistinctBy(p => (p.Name, (p.Key as LiteralExpression)?.Value))];

    /// <summary>Whether rows can stand exactly at the limit; null where the comparison always or never holds, whatever the facts.</summary>
    /// <param name="at">A parameter and the value that it has; null where there is none.</param>
    public bool? HasLimit((ParameterExpression Parameter, ParameterEntry Entry)? at)
    {
        if (_order is not { } order) return ranges.Truth(test) is { CanBeTrue: true, CanBeFalse: true } ? test is AtLeastExpression : null;
        if (IsWritten(order.Measured) && !ReadsDay(test)) return null;
        Value? limit = Folded(order.Limit, at);
        TruthRange truth = limit is null ? ranges.Truth(test) : RangeComparison.Holds(order.Operator, RangeOf(order.Measured), TypeRanges.Of(limit));
        if (truth is not { CanBeTrue: true, CanBeFalse: true }) return null;
        bool isOrdered = order.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return isOrdered && (isLimit || IsWritten(order.Limit)) && CanStandAt(order, limit);
    }

    private bool CanStandAt((ComparisonOperator Operator, TypedExpression Measured, TypedExpression Limit) order, Value? limit)
    {
        if (RangeOf(order.Measured) is not Interval range) return true;
        if (limit is not null) return TypeRanges.Of(limit) is not Interval { Only: { } point } || range.Contains(point);
        // What the limit comes to is not known here; it need not be one of the steps.
        return !IsWritten(order.Limit) || order.Limit.Type.Kind != FieldType.Number || range.Step is not { } step || (RangeOf(order.Limit) is Interval { Step: { } other } && (step.IsZero || (other / step).IsWhole));
    }

    private ValueRange RangeOf(TypedExpression part) => part is FrequencyExpression ? Interval.Of(IntervalEnd.At(Rational.Zero), null, Rational.Of(1)) : ranges[part].Range;

    /// <summary>The comparison with what is written on its right; null where it is none of two sides.</summary>
    private static (ComparisonOperator Operator, TypedExpression Measured, TypedExpression Limit)? Ordered(TypedExpression test) => test switch
    {
        ShareComparisonExpression e => (e.Operator, e.Share, e.Limit),
        ComparisonExpression { Left.Type.IsList: true } => null,
        ComparisonExpression e when IsWritten(e.Left) && !IsWritten(e.Right) => (ComparisonOperators.Mirrored(e.Operator), e.Right, e.Left),
        ComparisonExpression e => (e.Operator, e.Left, e.Right),
        _ => null,
    };

    private static bool IsWritten(TypedExpression part) => part switch
    {
        LiteralExpression or ParameterExpression or AsOfExpression => true,
        ConditionalExpression e => IsWritten(e.WhenTrue) && IsWritten(e.WhenFalse),
        ArithmeticExpression or NegateExpression or CallExpression => ExpressionWalker.Parts(part).All(IsWritten),
        _ => false,
    };

    private static bool ReadsDay(TypedExpression part) => ExpressionWalker.SelfAndDescendants(part).Any(p => p is AsOfExpression);

    private static IEnumerable<TypedExpression> Both(ConditionalExpression choice) => [choice.WhenTrue, choice.WhenFalse];

    /// <summary>What a limit comes to where a parameter has a value; null where that takes more than what is written.</summary>
    private static Value? Folded(TypedExpression part, (ParameterExpression Parameter, ParameterEntry Entry)? at) => part switch
    {
        LiteralExpression e => e.Value,
        ParameterExpression e => at is { } read && ComparedParameters.AreSame(e, read.Parameter) ? Placed(read.Entry.Value, e) : null,
        NegateExpression e => Folded(e.Operand, at) is NumberValue number ? new NumberValue(-number.Number) : null,
        ArithmeticExpression e => Folded(e.Left, at) is { } left && Folded(e.Right, at) is { } right && ExactArithmetic.Combine(e.Operator, e.Type, left, right) is var both && both is not UnknownValue ? both : null,
        ConditionalExpression e => Both(e).Where(b => at is { } read && ComparedParameters.In(b, Both).Any(p => ComparedParameters.AreSame(p, read.Parameter))).Take(2).ToArray() is [var branch] ? Folded(branch, at) : null,
        _ => null,
    };

    private static Value Placed(Value value, ParameterExpression parameter) => value is TimeValue time && parameter.Type.Scale is { } scale ? new TimeValue(scale.Place(time.Minutes)) : value;
}
