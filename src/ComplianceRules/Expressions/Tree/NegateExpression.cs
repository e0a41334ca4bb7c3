namespace ComplianceRules.Expressions;

/// <summary>The negative of a number.</summary>
public sealed record NegateExpression : TypedExpression
{
    internal NegateExpression(TypedExpression operand)
        : base(operand.Type)
    {
        Operand = operand;
    }

    /// <summary>The number.</summary>
    public TypedExpression Operand { get; }
}
