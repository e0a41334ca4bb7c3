using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A number of minutes as hours: 60 to the hour.</summary>
internal sealed class HoursOfMinutesFunction : IExpressionFunction
{
    public string Name => "hours";

    public string Signature => "x";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } x] && UnitsOfTime.IsIn(x, Unit.Minute) ? UnitsOfTime.Result(x, Unit.Minute, UnitsOfTime.Hour) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        UnitsOfTime.Times(arguments[0], Rational.Of(1) / UnitsOfTime.MinutesOfHour);

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => UnitsOfTime.Times(arguments[0], Rational.Of(1) / UnitsOfTime.MinutesOfHour);
}
