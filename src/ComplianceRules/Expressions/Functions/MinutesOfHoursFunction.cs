using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A number of hours as minutes: 60 to the hour.</summary>
internal sealed class MinutesOfHoursFunction : IExpressionFunction
{
    public string Name => "minutes";

    public string Signature => "x";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } x] && UnitsOfTime.IsIn(x, UnitsOfTime.Hour) ? UnitsOfTime.Result(x, UnitsOfTime.Hour, Unit.Minute) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        UnitsOfTime.Times(arguments[0], UnitsOfTime.MinutesOfHour);

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => UnitsOfTime.Times(arguments[0], UnitsOfTime.MinutesOfHour);
}
