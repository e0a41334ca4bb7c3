using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The day of the calendar month, 1 to 31, as a plain number.</summary>
internal sealed class DayOfMonthFunction : IExpressionFunction
{
    public string Name => "day_of_month";

    public string Signature => "date";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Date }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        new NumberValue(Rational.Of(((DateValue)arguments[0]).Day.Day));

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(Interval.Whole(1, 31));
}
