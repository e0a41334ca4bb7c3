using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Spans of time in another unit, and numbers that are written out.</summary>
internal static class SpanFactor
{
    /// <summary>By what a call multiplies its argument; null for a call that does something else.</summary>
    /// <param name="call">The call.</param>
    public static Rational? Of(CallExpression call) => call.Function switch
    {
        DaysFunction or MinutesFunction or HoursFunction => Rational.Of(1),
        MinutesOfHoursFunction => UnitsOfTime.MinutesOfHour,
        HoursOfMinutesFunction => Rational.Of(1) / UnitsOfTime.MinutesOfHour,
        _ => null,
    };

    /// <summary>The number that is written out, as a span too; null where none is.</summary>
    /// <param name="expression">The expression.</param>
    public static Rational? Written(TypedExpression expression) => expression switch
    {
        LiteralExpression { Value: NumberValue { Number: var number } } => number,
        NegateExpression e => Written(e.Operand) is { } number ? -number : null,
        CallExpression { Arguments: [var span] } e => Of(e) is { } factor && Written(span) is { } number ? number * factor : null,
        _ => null,
    };
}
