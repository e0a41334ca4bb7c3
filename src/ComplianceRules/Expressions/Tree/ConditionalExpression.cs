namespace ComplianceRules.Expressions;

/// <summary>One of two values, by a condition; unknown where the condition is.</summary>
public sealed record ConditionalExpression : TypedExpression
{
    internal ConditionalExpression(ExpressionType type, TypedExpression condition, TypedExpression whenTrue, TypedExpression whenFalse)
        : base(type)
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    /// <summary>The condition.</summary>
    public TypedExpression Condition { get; }

    /// <summary>The value where it holds.</summary>
    public TypedExpression WhenTrue { get; }

    /// <summary>The value where it does not.</summary>
    public TypedExpression WhenFalse { get; }
}
