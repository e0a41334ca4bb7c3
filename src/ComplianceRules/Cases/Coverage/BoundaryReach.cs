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
    public ImmutableArray<ParameterExpression> Parameters { get; } = [.. ParametersIn(test).DistinctBy(p => (p.Name, (p.Key as LiteralExpression)?.Value))];

    /// <summary>The sides at a value of a parameter; null where the comparison always or never holds, whatever the facts.</summary>
    /// <param name="entry">The value; null where there is none.</param>
    public (bool HasLimit, TruthRange Truth)? At(ParameterEntry? entry)
    {
        if (_order is not { } order) return ranges.Truth(test) is { CanBeTrue: true, CanBeFalse: true } either ? (test is AtLeastExpression, either) : null;
        if (IsWritten(order.Measured) && !ReadsDay(test)) return null;
        Value? limit = Folded(order.Limit, Parameters.Length == 1 ? entry?.Value : null);
        TruthRange truth = limit is null ? ranges.Truth(test) : RangeComparison.Holds(order.Operator, RangeOf(order.Measured), TypeRanges.Of(limit));
        if (truth is not { CanBeTrue: true, CanBeFalse: true }) return null;
        bool isOrdered = order.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual);
        return (isOrdered && (isLimit || IsWritten(order.Limit)) && CanStandAt(order, limit), truth);
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
        ComparisonExpression e when IsWritten(e.Left) && !IsWritten(e.Right) => (RangeComparison.Mirrored(e.Operator), e.Right, e.Left),
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

    private static Value? Folded(TypedExpression part, Value? value) => part switch
    {
        LiteralExpression e => e.Value,
        ParameterExpression e when value is TimeValue time && e.Type.Scale is { } scale => new TimeValue(scale.Place(time.Minutes)),
        ParameterExpression => value,
        NegateExpression e => Folded(e.Operand, value) is NumberValue number ? new NumberValue(-number.Number) : null,
        ArithmeticExpression e => Folded(e.Left, value) is { } left && Folded(e.Right, value) is { } right && ExactArithmetic.Combine(e.Operator, e.Type, left, right) is var both && both is not UnknownValue ? both : null,
        _ => null,
    };

    private static IEnumerable<ParameterExpression> ParametersIn(TypedExpression part) => part switch
    {
        ParameterExpression e => [e],
        MacroExpression or ChildShareExpression or AnyChildExpression or FrequencyExpression => [],
        ConditionalExpression e => ParametersIn(e.WhenTrue).Concat(ParametersIn(e.WhenFalse)),
        AtLeastExpression => [],
        _ => ExpressionWalker.Parts(part).SelectMany(ParametersIn),
    };
}
