using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The calendar year of a day, as a plain number.</summary>
internal sealed class YearFunction : IExpressionFunction
{
    public string Name => "year";

    public string Signature => "date";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Date }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        new NumberValue(Rational.Of(((DateValue)arguments[0]).Day.Year));

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) =>
        RangeOutcome.Of(arguments[0] is Interval { IsEmpty: false } days ? Interval.Whole(YearOf(days.Low!.Value), YearOf(days.High!.Value)) : ValueRange.Any);

    private static int YearOf(IntervalEnd day) => DateOnly.FromDayNumber((int)day.Value.Numerator).Year;
}
