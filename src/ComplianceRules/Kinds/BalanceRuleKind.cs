using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>How unequal child rows may be at most.</summary>
internal sealed class BalanceRuleKind : IRuleKind
{
    private const string Variation = "cv";
    private const string Spread = "spread";

    private static readonly ImmutableArray<string> Keys = ["where", "measure", "weight", "statistic", "max"];

    public string Name => "balance";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        if (rule.Of(Keys) is not { } of || rule.ListOf(of) is not { } table) return null;
        ObjectReader body = new(rule.Body, rule.Problems);
        string? statistic = body.RequiredWord("statistic", Variation, Spread);
        (JsonNode? measured, JsonNode? limit) = (body.Required("measure"), body.Required("max"));
        ExpressionChecker inside = rule.Checker.Inside(table.Name);
        TypedExpression? where = rule.Body["where"] is { } kept ? inside.Condition(kept) : KindContext.Always;
        TypedExpression? measure = measured is null ? null : Measure(rule, inside, measured, statistic == Spread);
        TypedExpression? weight = Weight(rule, inside, statistic);
        if (statistic is null || where is null || measure is null || limit is null || (rule.Body["weight"] is null) != (weight is null)) return null;
        ChildListPath list = new(new RowPath(0, rule.Rule.Subject), of.Text, table.Name);
        ChildValues children = new(list, where, ChildValues.VariableFor(rule.Schema, list, [where, measure, weight ?? where]));
        TypedExpression? observed = statistic == Variation ? children.Variation(measure, weight) : rule.Checker.Combine(ArithmeticOperator.Subtract, children.Largest(measure), children.Smallest(measure), measured!.Span);
        return observed is null ? null : Held(rule, new LogicExpression(true, applies, new AnyChildExpression(list, where)), observed, MeasureOf(statistic, LimitReader.MeasureOf(table, measure, measured!.Text), of.Text, table));
    }

    private static JudgedForm? Held(KindContext rule, TypedExpression applies, TypedExpression observed, LocalText measure)
    {
        ImmutableArray<Bound> bounds = BoundReader.Read(rule, observed, ["max"]);
        if (bounds.IsEmpty || BoundReader.Condition(rule, observed, bounds[0], rule.Body["max"]!.Span) is not { } holds) return null;
        BoundReader.WarnOfRanges(rule, [holds], bounds, holds);
        return new JudgedForm(applies, holds) { Observed = observed, Bounds = bounds, Measure = measure };
    }

    private static LocalText MeasureOf(string statistic, LocalText measure, string list, TableSchema table)
    {
        (string zh, string en) = statistic == Variation ? ("差异系数", "coefficient of variation") : ("最大最小之差", "largest less smallest");
        return new LocalText($"{table.Title.In(TextLanguage.Chinese)}间{measure.In(TextLanguage.Chinese)}的{zh}", $"{en} of {measure.In(TextLanguage.English)} between {list}");
    }

    private static TypedExpression? Measure(KindContext rule, ExpressionChecker inside, JsonNode written, bool isSpread)
    {
        if (inside.Read(written) is not { } measure) return null;
        bool isOrdered = measure.Type.Kind == FieldType.Number || (isSpread && measure.Type.Kind is FieldType.Date or FieldType.Time);
        if (isOrdered && measure.Type is { IsList: false, IsRoot: false }) return measure;
        if (measure.Type.IsRoot) rule.Problems.Report(DiagnosticCodes.RootComputed, written.Span, Excerpt.Of(written.Text));
        else rule.Problems.Report(DiagnosticCodes.WrongType, written.Span, Excerpt.Of(written.Text), TypeNames.Of(measure.Type), isSpread ? "number, date, time" : "number");
        return null;
    }

    private static TypedExpression? Weight(KindContext rule, ExpressionChecker inside, string? statistic)
    {
        if (rule.Body["weight"] is not { } written) return null;
        if (statistic == Spread)
        {
            rule.Problems.Report(DiagnosticCodes.WeightOfSpread, written.Span);
            return null;
        }

        return Measure(rule, inside, written, isSpread: false);
    }
}
