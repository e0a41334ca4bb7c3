namespace ComplianceRules.Expressions;

/// <summary>Two values compared; unknown where either is.</summary>
public sealed record ComparisonExpression : TypedExpression
{
    internal ComparisonExpression(ComparisonOperator @operator, TypedExpression left, TypedExpression right)
        : base(ExpressionType.Bool)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>How they are compared.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The left value.</summary>
    public TypedExpression Left { get; }

    /// <summary>The right value.</summary>
    public TypedExpression Right { get; }
}
