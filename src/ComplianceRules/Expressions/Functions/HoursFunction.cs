using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A plain number, or a number of hours, as hours.</summary>
internal sealed class HoursFunction : IExpressionFunction
{
    public string Name => "hours";

    public string Signature => "x";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } x] && (UnitsOfTime.IsPlain(x) || UnitsOfTime.IsIn(x, UnitsOfTime.Hour)) ? UnitsOfTime.Result(x, UnitsOfTime.Hour) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        arguments[0];

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(arguments[0]);
}
