namespace ComplianceRules.Expressions;

/// <summary>Whether one set lies within another; unknown where either is.</summary>
public sealed record SetComparisonExpression : TypedExpression
{
    internal SetComparisonExpression(TypedExpression inner, TypedExpression outer)
        : base(ExpressionType.Bool)
    {
        Inner = inner;
        Outer = outer;
    }

    /// <summary>The set that should lie within.</summary>
    public TypedExpression Inner { get; }

    /// <summary>The set it should lie within.</summary>
    public TypedExpression Outer { get; }
}
