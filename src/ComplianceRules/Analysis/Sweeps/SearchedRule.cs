using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>A rule whose condition is one comparison of a measure with the parameter: how many rows keep it can be searched for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Measure">What is compared; it does not read the parameter.</param>
/// <param name="Operator">How the measure is compared with the parameter.</param>
/// <param name="Limit">The parameter.</param>
internal sealed record SearchedRule(CheckedRule Rule, TypedExpression Measure, ComparisonOperator Operator, ParameterExpression Limit)
{
    /// <summary>The rule as one that can be searched; null where it is of another shape.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="target">The parameter.</param>
    public static SearchedRule? Of(CheckedRule rule, SweepTarget target)
    {
        if (!rule.Form.CountedRules.IsEmpty || rule.Form.HoldsUnexcused is not null || rule.Form.Holds is not ComparisonExpression holds || Values(rule.Form.Applies, target)) return null;
        if (holds.Right is ParameterExpression { SeasonOf: null } right && target.IsRead(right)) return Of(rule, holds.Left, holds.Operator, right, target);
        return holds.Left is ParameterExpression { SeasonOf: null } left && target.IsRead(left) ? Of(rule, holds.Right, ComparisonOperators.Mirrored(holds.Operator), left, target) : null;
    }

    private static SearchedRule? Of(CheckedRule rule, TypedExpression measure, ComparisonOperator comparison, ParameterExpression limit, SweepTarget target)
    {
        // The order of square roots is that of their squares, which no place among numbers tells.
        bool hasOrder = measure.Type is { IsRoot: false, Kind: FieldType.Number or FieldType.Date or FieldType.Time };
        bool isPlain = hasOrder && !Values(measure, target) && (limit.Key is null || !Values(limit.Key, target));
        return isPlain ? new SearchedRule(rule, measure, comparison, limit) : null;
    }

    // Whether there is an entry for the key is the same for every value.
    private static bool Values(TypedExpression expression, SweepTarget target) =>
        ExpressionWalker.SelfAndDescendants(expression).Any(part => part is ParameterExpression && target.IsRead(part));
}
