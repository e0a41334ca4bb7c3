using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Whether a day lies in a season. No word of the language: columns ask it.</summary>
/// <param name="season">The season.</param>
internal sealed class InSeasonFunction(Season season) : IExpressionFunction
{
    public string Name => $"in {season}";

    public string Signature => "date";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) => arguments is [{ Kind: FieldType.Date }] ? ExpressionType.Bool : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) => Value.Of(season.Contains(((DateValue)arguments[0]).Day));
}
