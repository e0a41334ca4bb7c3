using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The day of the ISO week, 1 for Monday to 7 for Sunday, as a plain number.</summary>
internal sealed class DayOfWeekFunction : IExpressionFunction
{
    private const int Sunday = 7;

    public string Name => "day_of_week";

    public string Signature => "date";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Date }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar)
    {
        DayOfWeek day = ((DateValue)arguments[0]).Day.DayOfWeek;
        return new NumberValue(Rational.Of(day == DayOfWeek.Sunday ? Sunday : (int)day));
    }

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(Interval.Whole(1, Sunday));
}
