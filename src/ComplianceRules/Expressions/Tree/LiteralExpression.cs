namespace ComplianceRules.Expressions;

/// <summary>A value written in the expression or in the pack.</summary>
public sealed record LiteralExpression : TypedExpression
{
    internal LiteralExpression(ExpressionType type, Value value)
        : base(type)
    {
        Value = value;
    }

    /// <summary>The value; never unknown.</summary>
    internal Value Value { get; }
}
