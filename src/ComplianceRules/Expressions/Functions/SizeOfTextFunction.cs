using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>How many Unicode code points a text has, as in CEL: an emoji or a rare character is one.</summary>
internal sealed class SizeOfTextFunction : IExpressionFunction
{
    public string Name => "size";

    public string Signature => string.Empty;

    public bool IsMethod => true;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Text }] ? ExpressionType.Number(Unit.One) : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        new NumberValue(Rational.Of(((TextValue)arguments[0]).Content.EnumerateRunes().Count()));

    public RangeOutcome RangeOf(ImmutableArray<ValueRange> arguments) => RangeOutcome.Of(ListRanges.AnyLength);
}
