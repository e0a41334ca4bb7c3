using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A time of day from its text; a text that is no time is unknown.</summary>
internal sealed class TimeFunction : IExpressionFunction
{
    public string Name => "time";

    public string Signature => "\"HH:MM\"";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Text }] ? ExpressionType.Time : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        arguments is [TextValue text] && TimeScale.TryParse(text.Content, out int minutes)
            ? new TimeValue(minutes)
            : new UnknownValue(UnknownReason.WrongType);
}
