using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Whether a text ends with another; every text ends with the empty one.</summary>
internal sealed class EndsWithFunction : IExpressionFunction
{
    public string Name => "endsWith";

    public string Signature => TextTest.Signature;

    public bool IsMethod => true;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) => TextTest.ResultOf(arguments);

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        TextTest.Ask(arguments, static (text, part) => text.EndsWith(part, StringComparison.Ordinal));
}
