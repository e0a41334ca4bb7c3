using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Two figures that must agree.</summary>
internal sealed class ConsistencyRuleKind : IRuleKind
{
    public string Name => "consistency";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        ObjectReader body = new(rule.Body, rule.Problems);
        (JsonNode? left, JsonNode? right, JsonNode? tolerance) = (body.Required("left"), body.Required("right"), body.Optional("tolerance"));
        body.Done();
        if (left is null || right is null || Read(rule, left) is not { } one || Read(rule, right) is not { } other) return null;
        if (rule.Checker.Compare(ComparisonOperator.Equal, one, other, right.Span) is not ComparisonExpression same) return null;
        Bound bound = new(BoundKind.Equals, same.Right);
        if (tolerance is not null)
        {
            if (same.Left.Type.Kind != FieldType.Number) return RefuseTolerance(rule, tolerance, same.Left);
            if (BoundReader.Tolerance(rule, (same.Right, right), tolerance, same.Left) is not { } room) return null;
            bound = bound with { Tolerance = room };
        }

        if (BoundReader.Condition(rule, same.Left, bound, right.Span) is not { } holds) return null;
        rule.Checker.WarnOfRanges(holds, [new PlacedExpression(holds, new Place(right))]);
        return new JudgedForm(applies, holds) { Observed = same.Left, Bounds = [bound], Measure = LimitReader.MeasureOf(rule.OwnTable, same.Left, left.Text) };
    }

    private static TypedExpression? Read(KindContext rule, JsonNode figure)
    {
        if (rule.Checker.Read(figure) is not { } typed) return null;
        if (!typed.Type.IsList) return typed;
        rule.Problems.Report(DiagnosticCodes.WrongType, figure.Span, Excerpt.Of(figure.Text), TypeNames.Of(typed.Type), "number, bool, text, enum, set, date, time");
        return null;
    }

    private static JudgedForm? RefuseTolerance(KindContext rule, JsonNode tolerance, TypedExpression left)
    {
        rule.Problems.Report(DiagnosticCodes.ToleranceOfNoNumber, tolerance.Span, TypeNames.Of(left.Type));
        return null;
    }
}
