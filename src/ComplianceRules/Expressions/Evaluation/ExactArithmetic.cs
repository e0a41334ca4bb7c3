using System.Numerics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Arithmetic in exact fractions; what cannot be kept is unknown.</summary>
internal static class ExactArithmetic
{
    /// <summary>How many bits the denominator of a number in lowest terms may need; that of any sum of fractions with denominators up to 11,000 needs fewer.</summary>
    /// <remarks>A product of fractions is as long as both together, so that a short expression over few facts could fill the memory.</remarks>
    public const int DenominatorBits = 16_384;

    private const int LargestPower = 300;

    private static readonly BigInteger Largest = BigInteger.Pow(10, LargestPower);

    /// <summary>Two known values put together.</summary>
    /// <param name="sign">How.</param>
    /// <param name="type">The type of the result.</param>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    public static Value Combine(ArithmeticOperator sign, ExpressionType type, Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => Numbers(sign, type, a.Number, b.Number),
        (DateValue a, DateValue b) => new NumberValue(Rational.Of(a.Day.DayNumber - b.Day.DayNumber)),
        (TimeValue a, TimeValue b) => new NumberValue(Rational.Of(a.Minutes - b.Minutes)),
        (DateValue day, NumberValue span) => Day(day.Day.DayNumber, Signed(sign, span.Number)),
        (TimeValue time, NumberValue span) => Time(time.Minutes, Signed(sign, span.Number)),
        (NumberValue span, DateValue day) => Day(day.Day.DayNumber, span.Number),
        (NumberValue span, TimeValue time) => Time(time.Minutes, span.Number),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };

    /// <summary>The value, or unknown where its magnitude is above 1e300 or its denominator is too long.</summary>
    public static Value Bounded(Value value) =>
        value is NumberValue { Number: var number } && (number.Denominator.GetBitLength() > DenominatorBits || BigInteger.Abs(number.Numerator) > Largest * number.Denominator)
            ? new UnknownValue(UnknownReason.Overflow)
            : value;

    /// <summary>A number as a value, or unknown where it is too large or too fine, or beyond 64 bit for an int.</summary>
    /// <param name="number">The number.</param>
    /// <param name="type">The type of the result.</param>
    public static Value Kept(Rational number, ExpressionType type)
    {
        bool leavesInt = type.IsInt && (number.Numerator > long.MaxValue || number.Numerator < long.MinValue);
        return leavesInt ? new UnknownValue(UnknownReason.Overflow) : Bounded(new NumberValue(number));
    }

    private static Value Numbers(ArithmeticOperator sign, ExpressionType type, Rational left, Rational right)
    {
        if (right.IsZero && sign is (ArithmeticOperator.Divide or ArithmeticOperator.Remainder)) return new UnknownValue(UnknownReason.DivisionByZero);
        Rational result = sign switch
        {
            ArithmeticOperator.Add => left + right,
            ArithmeticOperator.Subtract => left - right,
            ArithmeticOperator.Multiply => left * right,
            ArithmeticOperator.Divide => type.IsInt ? Truncated(left / right) : left / right,
            _ => left - (right * Truncated(left / right)),
        };
        return Kept(result, type);
    }

    private static Rational Truncated(Rational value) => Rational.Of(BigInteger.Divide(value.Numerator, value.Denominator));

    private static Rational Signed(ArithmeticOperator sign, Rational span) => sign == ArithmeticOperator.Subtract ? -span : span;

    private static Value Day(int dayNumber, Rational span)
    {
        Rational moved = Rational.Of(dayNumber) + span;
        if (!moved.IsWhole) return new UnknownValue(UnknownReason.OutOfRange);
        return moved.Numerator >= 0 && moved.Numerator <= DateOnly.MaxValue.DayNumber
            ? new DateValue(DateOnly.FromDayNumber((int)moved.Numerator))
            : new UnknownValue(UnknownReason.Overflow);
    }

    private static Value Time(int minutes, Rational span)
    {
        Rational moved = Rational.Of(minutes) + span;
        if (!moved.IsWhole) return new UnknownValue(UnknownReason.OutOfRange);
        return BigInteger.Abs(moved.Numerator) <= int.MaxValue ? new TimeValue((int)moved.Numerator) : new UnknownValue(UnknownReason.Overflow);
    }
}
