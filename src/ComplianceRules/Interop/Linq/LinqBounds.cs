using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>How large a foreign expression may be: a workflow is data and may be hostile. The bounds are those of the rule language.</summary>
internal static class LinqBounds
{
    public const int Characters = ExpressionBounds.Characters;

    public const int Tokens = ExpressionBounds.Tokens;

    public const int Nesting = ExpressionBounds.Nesting;
}
