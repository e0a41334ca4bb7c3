namespace ComplianceRules.Expressions;

/// <summary>Two numbers, or a day or time and a span, put together; unknown where either is.</summary>
public sealed record ArithmeticExpression : TypedExpression
{
    internal ArithmeticExpression(ExpressionType type, ArithmeticOperator @operator, TypedExpression left, TypedExpression right)
        : base(type)
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>How.</summary>
    public ArithmeticOperator Operator { get; }

    /// <summary>The left operand.</summary>
    public TypedExpression Left { get; }

    /// <summary>The right operand.</summary>
    public TypedExpression Right { get; }
}
