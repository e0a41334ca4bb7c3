using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What <c>minutes</c> and <c>hours</c> share: the unit an argument is in and the one it comes out in.</summary>
internal static class UnitsOfTime
{
    public static Unit Hour { get; } = Unit.TryParse("h", [], out Unit hour) ? hour : Unit.One;

    public static Rational MinutesOfHour { get; } = Rational.Of(60);

    /// <summary>Whether a number is plain: without a unit, or a literal.</summary>
    public static bool IsPlain(ExpressionType number) => number.Unit is null || number.Unit.Equals(Unit.One);

    /// <summary>Whether a number counts a span, alone or per something: <c>min</c>, <c>min/d</c>.</summary>
    public static bool IsIn(ExpressionType number, Unit span) => number.Unit is { } unit && unit.PowerOf(span.Text) == 1;

    /// <summary>A plain number takes the span as its unit; another keeps its own.</summary>
    public static ExpressionType Result(ExpressionType number, Unit span) => ExpressionType.Number(IsPlain(number) ? span : number.Unit!);

    /// <summary>A number in one span comes out in another: <c>h/week</c> as <c>min/week</c>.</summary>
    public static ExpressionType Result(ExpressionType number, Unit from, Unit to) => ExpressionType.Number(number.Unit!.Over(from).Times(to));

    public static Value Times(Value value, Rational factor) => new NumberValue(((NumberValue)value).Number * factor);

    public static RangeOutcome Times(ValueRange range, Rational factor) =>
        RangeOutcome.Of(range is Interval numbers ? IntervalArithmetic.Multiply(numbers, Interval.Point(factor)) : ValueRange.Any);
}
