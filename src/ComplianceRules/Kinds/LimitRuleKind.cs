using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>A value that must keep one or two limits.</summary>
internal sealed class LimitRuleKind : IRuleKind
{
    private static readonly ImmutableArray<string> Keys = [.. BoundReader.AllKeys, "tolerance"];

    public string Name => "limit";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        if (rule.Of(Keys) is not { } of || rule.Checker.Read(of) is not { } observed) return null;
        ImmutableArray<Bound> bounds = BoundReader.Read(rule, observed, BoundReader.AllKeys);
        if (bounds.IsEmpty || WithTolerance(rule, observed, bounds) is not { } held) return null;
        List<TypedExpression> conditions = [];
        foreach (Bound bound in held)
        {
            if (BoundReader.Condition(rule, observed, bound, of.Span) is not { } condition) return null;
            conditions.Add(condition);
        }

        TypedExpression holds = conditions.Aggregate((left, right) => new LogicExpression(true, left, right));
        BoundReader.WarnOfRanges(rule, conditions, held, holds);
        return new JudgedForm(applies, holds) { Observed = observed, Bounds = held, Measure = MeasureOf(rule, observed, of.Text) };
    }

    private static ImmutableArray<Bound>? WithTolerance(KindContext rule, TypedExpression observed, ImmutableArray<Bound> bounds)
    {
        if (rule.Rule.Body["tolerance"] is not { } written) return bounds;
        if (bounds is not [{ Kind: BoundKind.Equals } exact] || observed.Type.Kind != FieldType.Number)
        {
            rule.Problems.Report(DiagnosticCodes.ToleranceWithoutEquals, written.Span);
            return null;
        }

        if (rule.Checker.Operand(written, observed.Type) is not { } tolerance) return null;
        // The tolerance is added to the exact value and taken from it.
        if (RootIn((exact.Value, rule.Rule.Body["equals"]!), (tolerance, written)) is not { } root) return [exact with { Tolerance = tolerance }];
        rule.Problems.Report(DiagnosticCodes.RootComputed, root.Span, Excerpt.Of(root.Text));
        return null;
    }

    private static JsonNode? RootIn(params ReadOnlySpan<(TypedExpression Value, JsonNode Written)> operands)
    {
        foreach ((TypedExpression value, JsonNode written) in operands)
        {
            if (value.Type.IsRoot) return written;
        }

        return null;
    }

    // What a derived field is worked out of stands in its place, so that only the text tells its name.
    private static LocalText MeasureOf(KindContext rule, TypedExpression observed, string text) => observed is FieldExpression field
        ? field.Field.Title
        : rule.Schema.Table(rule.Rule.Subject)!.DerivedFields.GetValueOrDefault(text)?.Title ?? LocalText.Same(text);
}
