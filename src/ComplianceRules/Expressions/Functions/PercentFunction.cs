using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>How many hundredths of b a is: 100 a / b, of two numbers in one unit; unknown where b is 0.</summary>
internal sealed class PercentFunction : IExpressionFunction
{
    public string Name => "percent";

    public string Signature => "a, b";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Number } a, { Kind: FieldType.Number } b] && (a.Unit is null || b.Unit is null || a.Unit.Equals(b.Unit))
            ? ExpressionType.Number(Unit.Percent)
            : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        Hundredfold.Ratio(arguments);

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => Hundredfold.RangeOf(arguments);
}
