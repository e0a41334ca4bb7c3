using ComplianceRules.Expressions;

namespace ComplianceRules.Cases;

/// <summary>The parameters that a comparison compares with, not those of conditions inside it.</summary>
internal static class ComparedParameters
{
    /// <summary>The parameters in a side of a comparison.</summary>
    /// <param name="part">The comparison or a part of it.</param>
    /// <param name="branches">The branches of a choice that count.</param>
    public static IEnumerable<ParameterExpression> In(TypedExpression part, Func<ConditionalExpression, IEnumerable<TypedExpression>> branches) => part switch
    {
        ParameterExpression e => [e],
        MacroExpression or ChildShareExpression or AnyChildExpression or FrequencyExpression or AtLeastExpression => [],
        ConditionalExpression e => branches(e).SelectMany(b => In(b, branches)),
        _ => ExpressionWalker.Parts(part).SelectMany(p => In(p, branches)),
    };

    /// <summary>Whether both read the same values.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool AreSame(ParameterExpression left, ParameterExpression right) => left.Name == right.Name && (left.Key as LiteralExpression)?.Value == (right.Key as LiteralExpression)?.Value;
}
