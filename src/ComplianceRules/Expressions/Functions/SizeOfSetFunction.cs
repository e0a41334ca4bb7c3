using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>How many members a set has.</summary>
internal sealed class SizeOfSetFunction : IExpressionFunction
{
    public string Name => "size";

    public string Signature => string.Empty;

    public bool IsMethod => true;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Set }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        new NumberValue(Rational.Of(((SetValue)arguments[0]).Members.Count));

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(ListRanges.AnyLength);
}
