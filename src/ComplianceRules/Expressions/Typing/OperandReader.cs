using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>Reads the values that kinds hold an expression against: JSON numbers, bools, "$param", lists of texts, expressions.</summary>
internal sealed class OperandReader(ExpressionScope scope, TypeFitter fitter, ExpressionChecker checker, DiagnosticBag problems)
{
    private const char ParameterMark = '$';

    /// <summary>The value, fitted to a type; null where it does not fit, which has been reported.</summary>
    /// <param name="value">The JSON value.</param>
    /// <param name="beside">The type that it is held against.</param>
    /// <param name="besideName">What it is held against, for messages.</param>
    public TypedExpression? Read(JsonNode value, ExpressionType beside, string besideName) => (value.Kind, beside.Kind) switch
    {
        (JsonKind.Number, FieldType.Number) => new LiteralExpression(beside with { IsInt = false, IsRoot = false }, new NumberValue(Rational.Parse(value.Text))),
        (JsonKind.Bool, FieldType.Bool) => new LiteralExpression(ExpressionType.Bool, Value.Of(value.Truth)),
        (JsonKind.Array, FieldType.Set) => Members(value, beside, besideName),
        (JsonKind.Text, _) => Written(value, beside, besideName),
        _ => RefuseType(value, TypeNames.Of(beside)),
    };

    private TypedExpression? Written(JsonNode value, ExpressionType beside, string besideName)
    {
        if (Bare(value.Text, beside) is { } better)
        {
            problems.Report(DiagnosticCodes.BareValue, value.Span, Excerpt.Of(value.Text), better);
            return null;
        }

        TypedExpression? typed = value.Text.StartsWith(ParameterMark) ? Parameter(value) : checker.Read(value);
        Place at = new(value);
        return typed is null ? null : fitter.Fit(new PlacedExpression(typed, at), beside, besideName, at);
    }

    private TypedExpression? Parameter(JsonNode value)
    {
        TypingContext context = new(scope, value, problems);
        return new ParameterResolver(context).Named(value.Text[1..], new NameSyntax(0, value.Text.Length, value.Text));
    }

    private LiteralExpression? Members(JsonNode value, ExpressionType beside, string besideName)
    {
        if (value.Items.Length > ExpressionBounds.ListItems)
        {
            problems.Report(DiagnosticCodes.ListTooLong, value.Span, ExpressionBounds.Text(ExpressionBounds.ListItems));
            return null;
        }

        bool good = true;
        foreach (JsonNode item in value.Items)
        {
            if (item.Kind != JsonKind.Text) RefuseType(item, TypeNames.Of(ExpressionType.Text));
            good &= item.Kind == JsonKind.Text && fitter.AreDeclared([item.Text], beside, besideName, new Place(item));
        }

        return good ? new LiteralExpression(beside, SetValue.Of(value.Items.Select(i => i.Text))) : null;
    }

    // What an author writes by habit where an expression is read: 08:20, 2025-01-01, primary.
    private string? Bare(string text, ExpressionType beside) => beside.Kind switch
    {
        FieldType.Time when TimeScale.TryParse(text, out _) => $"time('{text}')",
        FieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"date('{text}')",
        FieldType.Enum when beside.Options.Contains(text) && scope.Schema.Table(scope.OwnTable())?.Field(text) is null => $"'{text}'",
        _ => null,
    };

    private LiteralExpression? RefuseType(JsonNode value, string needed)
    {
        problems.Report(DiagnosticCodes.WrongType, value.Span, JsonWords.Value(value), JsonWords.Kind(value), needed);
        return null;
    }
}
