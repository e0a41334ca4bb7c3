using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Kinds;

/// <summary>Reads what a measure and its limits are: the body of a limit, or of one item of several.</summary>
internal static class LimitReader
{
    private static readonly ImmutableArray<string> Keys = [.. BoundReader.AllKeys, "tolerance"];

    /// <summary>Reads a limit; null where trouble has been reported.</summary>
    /// <param name="rule">The rule, its body that of the limit.</param>
    public static ReadLimit? Read(KindContext rule)
    {
        if (rule.Of(Keys) is not { } of || rule.Checker.Read(of) is not { } observed) return null;
        ImmutableArray<Bound> bounds = BoundReader.Read(rule, observed, BoundReader.AllKeys);
        if (bounds.IsEmpty || WithTolerance(rule, observed, bounds) is not { } held) return null;
        LocalText measure = MeasureOf(rule.OwnTable, observed, of.Text);
        List<JudgedMeasure> conditions = [];
        foreach (Bound bound in held)
        {
            if (BoundReader.Condition(rule, observed, bound, of.Span) is not { } condition) return null;
            conditions.Add(new JudgedMeasure(condition, measure, observed, bound));
        }

        TypedExpression holds = KindContext.All(conditions.Select(c => c.Holds));
        BoundReader.WarnOfRanges(rule, conditions.Select(c => c.Holds), held, holds);
        return new ReadLimit([.. conditions], holds);
    }

    /// <summary>What people call a measure: the title of the field that it is, or of the two that it is a share of; else its text.</summary>
    /// <param name="own">The table whose fields its bare names mean.</param>
    /// <param name="observed">The measure.</param>
    /// <param name="text">Its text.</param>
    public static LocalText MeasureOf(TableSchema own, TypedExpression observed, string text)
    {
        // What a derived field is worked out of stands in its place, so that only the text tells its name.
        FieldSchema? field = (observed as FieldExpression)?.Field ?? own.DerivedFields.GetValueOrDefault(text);
        if (field is not null && field.Title != LocalText.Empty) return field.Title;
        return ShareOf(observed) ?? LocalText.Same(text);
    }

    private static LocalText? ShareOf(TypedExpression observed) =>
        observed is CallExpression { Function.Name: "percent", Arguments: [FieldExpression part, FieldExpression whole] } && part.Field.Title is { } some && whole.Field.Title is { } all
            && some != LocalText.Empty && all != LocalText.Empty
            ? new LocalText($"{some.In(TextLanguage.Chinese)}占{all.In(TextLanguage.Chinese)}的比例", $"{some.In(TextLanguage.English)} as a share of {all.In(TextLanguage.English)}")
            : null;

    private static ImmutableArray<Bound>? WithTolerance(KindContext rule, TypedExpression observed, ImmutableArray<Bound> bounds)
    {
        if (rule.Body["tolerance"] is not { } written) return bounds;
        if (bounds is not [{ Kind: BoundKind.Equals } exact] || observed.Type.Kind != FieldType.Number)
        {
            rule.Problems.Report(DiagnosticCodes.ToleranceWithoutEquals, written.Span);
            return null;
        }

        return BoundReader.Tolerance(rule, (exact.Value, rule.Body["equals"]!), written, observed) is { } tolerance ? [exact with { Tolerance = tolerance }] : null;
    }
}
