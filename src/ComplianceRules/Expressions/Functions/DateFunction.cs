using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A day from its text; a text that is no day is unknown.</summary>
internal sealed class DateFunction : IExpressionFunction
{
    public string Name => "date";

    public string Signature => "\"YYYY-MM-DD\"";

    public ExpressionType? ResultOf(ImmutableArray<ExpressionType> arguments) =>
        arguments is [{ Kind: FieldType.Text }] ? ExpressionType.Date : null;

    public Value Call(ImmutableArray<Value> arguments, SchoolCalendar? calendar) =>
        arguments is [TextValue text] && DateOnly.TryParseExact(text.Content, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? new DateValue(day)
            : new UnknownValue(UnknownReason.WrongType);
}
