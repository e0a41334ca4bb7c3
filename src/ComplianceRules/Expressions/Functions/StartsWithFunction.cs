using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Whether a text begins with another; every text begins with the empty one.</summary>
internal sealed class StartsWithFunction : IExpressionFunction
{
    public string Name => "startsWith";

    public string Signature => TextTest.Signature;

    public bool IsMethod => true;

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) => TextTest.ResultOf(arguments);

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        TextTest.Ask(arguments, static (text, part) => text.StartsWith(part, StringComparison.Ordinal));
}
