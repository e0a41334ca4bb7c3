using System.Text.Json;
using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>Writes a condition as the kind that says most: a limit where it is one comparison of something with a value, else a requirement.</summary>
internal static class RuleBody
{
    /// <summary>The measure and the bound of a condition; null where it is no limit.</summary>
    public static (Said Of, string Bound, Said Value)? LimitOf(Said condition)
    {
        if (condition.Comparison is not { } comparison || (comparison.Left.IsConstant && comparison.Right.IsConstant)) return null;
        bool isTurned = comparison.Left.IsConstant;
        (Said of, Said value) = isTurned ? (comparison.Right, comparison.Left) : (comparison.Left, comparison.Right);
        bool fits = of.Kind == value.Kind || (of.Kind is SaidKind.Days or SaidKind.Minutes && value.Kind == SaidKind.Number);
        string? bound = (comparison.Operator, isTurned) switch
        {
            (LinqOperator.LessOrEqual, false) or (LinqOperator.GreaterOrEqual, true) => "max",
            (LinqOperator.GreaterOrEqual, false) or (LinqOperator.LessOrEqual, true) => "min",
            (LinqOperator.Less, false) or (LinqOperator.Greater, true) => "below",
            (LinqOperator.Greater, false) or (LinqOperator.Less, true) => "above",
            (LinqOperator.Equal, _) when of.Kind == SaidKind.Number => "equals",
            _ => null,
        };
        return bound is not null && fits && of.Kind is SaidKind.Number or SaidKind.Date or SaidKind.Time or SaidKind.Days or SaidKind.Minutes && bound is not null ? (of, bound, value) : null;
    }

    /// <summary>Writes it into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, Said condition)
    {
        if (LimitOf(condition) is not { } limit)
        {
            json.WriteString("require", condition.Text);
            return;
        }

        json.WriteStartObject("limit");
        json.WriteString("of", limit.Of.Text);
        if (limit.Value.Literal is { } number && NumberText(number) is { } digits)
        {
            json.WritePropertyName(limit.Bound);
            json.WriteRawValue(digits);
        }
        else
        {
            json.WriteString(limit.Bound, limit.Value.Text);
        }

        json.WriteEndObject();
    }

    // What no JSON number of the pack can hold stays an expression, which the check then refuses.
    private static string? NumberText(Rational number)
    {
        string digits = Literals.Number(number, LinqNumberKind.Long).Text;
        return digits.Length <= ExpressionBounds.SignificantDigits && Rational.TryParse(digits, out Rational read) && read == number ? digits : null;
    }
}
