using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Whether a text holds another; every text holds the empty one.</summary>
internal sealed class ContainsFunction : IExpressionFunction
{
    public string Name => "contains";

    public string Signature => TextTest.Signature;

    public bool IsMethod => true;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) => TextTest.ResultOf(arguments);

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        TextTest.Ask(arguments, static (text, part) => text.Contains(part, StringComparison.Ordinal));
}
