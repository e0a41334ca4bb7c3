using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The working days after a day up to another, which counts; negative where the other is earlier; unknown where the calendar does not say enough.</summary>
internal sealed class WorkingDaysBetweenFunction : IExpressionFunction
{
    public string Name => "working_days_between";

    public string Signature => "date, date";

    public bool IsOfArgumentsAlone => false;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Date }, { Kind: FieldType.Date }] ? ExpressionType.Number(Unit.Day) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar)
    {
        (DateOnly from, DateOnly to) = (((DateValue)arguments[0]).Day, ((DateValue)arguments[1]).Day);
        return calendar?.WorkingDaysBetween(from, to) is { } days ? new NumberValue(Rational.Of(days)) : new UnknownValue(UnknownReason.NoCalendar);
    }

    // No more working days than days, either way.
    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(
        arguments is [Interval from, Interval to] ? IntervalArithmetic.Hull(IntervalArithmetic.Subtract(to, from), Interval.Point(Rational.Zero)) : ValueRange.Any);
}
