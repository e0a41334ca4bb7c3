namespace ComplianceRules.Expressions;

/// <summary>The opposite of a condition.</summary>
public sealed record NotExpression : TypedExpression
{
    internal NotExpression(TypedExpression operand)
        : base(ExpressionType.Bool)
    {
        Operand = operand;
    }

    /// <summary>The condition.</summary>
    public TypedExpression Operand { get; }
}
