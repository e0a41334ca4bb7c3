using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A plain number, or a number of days, as days.</summary>
internal sealed class DaysFunction : IExpressionFunction
{
    public string Name => "days";

    public string Signature => "n";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } x] && (UnitsOfTime.IsPlain(x) || x.Unit!.Equals(Unit.Day)) ? ExpressionType.Number(Unit.Day) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        arguments[0];

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(arguments[0]);
}
