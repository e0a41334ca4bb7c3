using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>How many a there are to each hundred b: 100 a / b; unknown where b is 0.</summary>
internal sealed class PerHundredFunction : IExpressionFunction
{
    public string Name => "per_100";

    public string Signature => "a, b";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } a, { Kind: FieldType.Number } b] && b.Unit?.HasScale != true
            ? ExpressionType.Number((a.Unit ?? Unit.One).Over(b.Unit ?? Unit.One).PerHundred())
            : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        Hundredfold.Ratio(arguments);

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => Hundredfold.RangeOf(arguments);
}
