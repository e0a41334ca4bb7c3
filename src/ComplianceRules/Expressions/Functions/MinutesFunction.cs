using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A plain number, or a number of minutes, as minutes.</summary>
internal sealed class MinutesFunction : IExpressionFunction
{
    public string Name => "minutes";

    public string Signature => "x";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } x] && (UnitsOfTime.IsPlain(x) || UnitsOfTime.IsIn(x, Unit.Minute)) ? UnitsOfTime.Result(x, Unit.Minute) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        arguments[0];

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(arguments[0]);
}
