using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Finds the parameters that conditions read.</summary>
internal static class ParameterNames
{
    /// <summary>The names of the parameters in a condition, each once.</summary>
    /// <param name="condition">The condition.</param>
    public static ImmutableArray<string> In(TypedExpression condition) =>
        [.. ExpressionWalker.SelfAndDescendants(condition).Select(n => (n as ParameterExpression)?.Name ?? (n as ParameterEntryExpression)?.Name).OfType<string>().Distinct(StringComparer.Ordinal)];
}
