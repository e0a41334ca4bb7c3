using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What <c>percent</c> and <c>per_100</c> share: 100 a / b.</summary>
internal static class Hundredfold
{
    public static Value Ratio(ImmutableArray<Value> arguments)
    {
        (Rational a, Rational b) = (((NumberValue)arguments[0]).Number, ((NumberValue)arguments[1]).Number);
        return b.IsZero ? new UnknownValue(UnknownReason.DivisionByZero) : new NumberValue(Rational.Of(100) * a / b);
    }

    public static RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments)
    {
        if (arguments is not [Interval a, Interval b]) return new RangeOutcome(ValueRange.Any, Hazards.DivisionByZero);
        Interval ratio = IntervalArithmetic.Multiply(IntervalArithmetic.Divide(a, b), Interval.Point(Rational.Of(100)));
        return new RangeOutcome(ratio, b.Contains(Rational.Zero) ? Hazards.DivisionByZero : Hazards.None);
    }
}
