using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The calendar month of a day, 1 to 12, as a plain number.</summary>
internal sealed class MonthFunction : IExpressionFunction
{
    public string Name => "month";

    public string Signature => "date";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Date }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        new NumberValue(Rational.Of(((DateValue)arguments[0]).Day.Month));

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(Interval.Whole(1, 12));
}
