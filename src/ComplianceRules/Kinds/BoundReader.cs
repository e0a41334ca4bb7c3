using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Reads the bounds of a limit or a share.</summary>
internal static class BoundReader
{
    /// <summary>The keys of bounds that numbers, days and times can have.</summary>
    public static ImmutableArray<string> OrderKeys { get; } = ["min", "above", "max", "below"];

    /// <summary>The keys of all bounds.</summary>
    public static ImmutableArray<string> AllKeys { get; } = [.. OrderKeys, "equals", "includes", "within"];

    /// <summary>Reads every bound that a body gives.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="observed">What the bounds hold.</param>
    /// <param name="keys">The keys that the kind allows.</param>
    /// <returns>The bounds, lower one first; empty where trouble has been reported.</returns>
    public static ImmutableArray<Bound> Read(KindContext rule, TypedExpression observed, ImmutableArray<string> keys)
    {
        JsonNode body = rule.Body;
        List<JsonMember> given = [.. body.Members.Where(m => keys.Contains(m.Name))];
        if (given.Count == 0)
        {
            rule.Problems.Report(DiagnosticCodes.NoBound, body.Span, rule.Rule.Id, string.Join(", ", keys.Select(k => $"`{k}`")));
            return [];
        }

        if (!AreTogether(rule, given)) return [];
        ImmutableArray<Bound>.Builder bounds = ImmutableArray.CreateBuilder<Bound>(given.Count);
        foreach (JsonMember member in given.OrderBy(m => keys.IndexOf(m.Name)))
        {
            if (!Fits(rule, observed.Type, member)) return [];
            if (rule.Checker.Operand(member.Value, observed) is not { } value) return [];
            bounds.Add(new Bound(KindOf(member.Name), value));
        }

        return bounds.ToImmutable();
    }

    /// <summary>The condition that a bound makes of the observed value; null where trouble has been reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="observed">What the bound holds.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="at">Where trouble is reported.</param>
    public static TypedExpression? Condition(KindContext rule, TypedExpression observed, Bound bound, SourceSpan at) => bound switch
    {
        { Kind: BoundKind.Includes } => new SetComparisonExpression(bound.Value, observed),
        { Kind: BoundKind.Within } => new SetComparisonExpression(observed, bound.Value),
        { Kind: BoundKind.Equals, Tolerance: { } tolerance } => Near(rule, observed, bound.Value, tolerance, at),
        _ => rule.Checker.Compare(OperatorOf(bound.Kind), observed, bound.Value, at),
    };

    /// <summary>Warns of bounds that the observed value always or never keeps, given the ranges of fields.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="conditions">The condition of each bound, in the order of the bounds.</param>
    /// <param name="bounds">The bounds.</param>
    /// <param name="holds">All conditions together.</param>
    public static void WarnOfRanges(KindContext rule, IEnumerable<TypedExpression> conditions, ImmutableArray<Bound> bounds, TypedExpression holds)
    {
        ImmutableArray<PlacedExpression> compared = [.. conditions.Zip(bounds, (condition, bound) => new PlacedExpression(condition, PlaceOf(rule, bound)))];
        rule.Checker.WarnOfRanges(holds, compared);
    }

    /// <summary>The comparison that a bound is.</summary>
    /// <param name="kind">How the bound holds a value.</param>
    public static ComparisonOperator OperatorOf(BoundKind kind) => kind switch
    {
        BoundKind.Min => ComparisonOperator.GreaterOrEqual,
        BoundKind.Max => ComparisonOperator.LessOrEqual,
        BoundKind.Above => ComparisonOperator.Greater,
        BoundKind.Below => ComparisonOperator.Less,
        _ => ComparisonOperator.Equal,
    };

    /// <summary>Reads the room on both sides of an exact value; null where trouble has been reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="exact">The exact value, and as it is written.</param>
    /// <param name="written">The tolerance as it is written.</param>
    /// <param name="observed">What is held to the exact value: a number.</param>
    public static TypedExpression? Tolerance(KindContext rule, (TypedExpression Value, JsonNode Written) exact, JsonNode written, TypedExpression observed)
    {
        if (rule.Checker.Operand(written, observed.Type) is not { } tolerance) return null;
        if (tolerance is LiteralExpression { Value: NumberValue { Number: var room } } && room < Rational.Zero)
        {
            rule.Problems.Report(DiagnosticCodes.NegativeTolerance, written.Span, written.Text);
            return null;
        }

        // The tolerance is added to the exact value and taken from it.
        JsonNode? root = exact.Value.Type.IsRoot ? exact.Written : tolerance.Type.IsRoot ? written : null;
        if (root is null) return tolerance;
        rule.Problems.Report(DiagnosticCodes.RootComputed, root.Span, Excerpt.Of(root.Text));
        return null;
    }

    private static Place PlaceOf(KindContext rule, Bound bound) => new(rule.Body.Members.First(m => AllKeys.Contains(m.Name) && KindOf(m.Name) == bound.Kind).Value);

    private static BoundKind KindOf(string key) => key switch
    {
        "min" => BoundKind.Min,
        "max" => BoundKind.Max,
        "above" => BoundKind.Above,
        "below" => BoundKind.Below,
        "includes" => BoundKind.Includes,
        "within" => BoundKind.Within,
        _ => BoundKind.Equals,
    };

    private static bool AreTogether(KindContext rule, List<JsonMember> given)
    {
        bool together = true;
        foreach (JsonMember member in given.Skip(1))
        {
            JsonMember first = given[0];
            if ((Side(first.Name), Side(member.Name)) is ("lower", "upper") or ("upper", "lower") or ("set", "set")) continue;
            rule.Problems.Report(DiagnosticCodes.BoundsTogether, member.NameSpan, first.Name, member.Name);
            together = false;
        }

        return together;
    }

    private static string Side(string key) => key switch
    {
        "min" or "above" => "lower",
        "max" or "below" => "upper",
        "includes" or "within" => "set",
        _ => "equals",
    };

    private static bool Fits(KindContext rule, ExpressionType type, JsonMember member)
    {
        bool fits = Side(member.Name) switch
        {
            "lower" or "upper" => type.Kind is FieldType.Number or FieldType.Date or FieldType.Time,
            "set" => type.Kind == FieldType.Set,
            _ => true,
        };
        if (!fits) rule.Problems.Report(DiagnosticCodes.BoundDoesNotFit, member.NameSpan, member.Name, FieldTypeWords.Of(type.Kind));
        return fits;
    }

    private static LogicExpression? Near(KindContext rule, TypedExpression observed, TypedExpression value, TypedExpression tolerance, SourceSpan at)
    {
        ExpressionType type = observed.Type with { IsRoot = false };
        TypedExpression low = new ArithmeticExpression(type, ArithmeticOperator.Subtract, value, tolerance);
        TypedExpression high = new ArithmeticExpression(type, ArithmeticOperator.Add, value, tolerance);
        TypedExpression? above = rule.Checker.Compare(ComparisonOperator.GreaterOrEqual, observed, low, at);
        TypedExpression? below = rule.Checker.Compare(ComparisonOperator.LessOrEqual, observed, high, at);
        return above is null || below is null ? null : new LogicExpression(true, above, below);
    }
}
