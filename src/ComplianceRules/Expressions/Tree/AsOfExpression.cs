namespace ComplianceRules.Expressions;

/// <summary>The day of assessment.</summary>
public sealed record AsOfExpression : TypedExpression
{
    internal AsOfExpression()
        : base(ExpressionType.Date)
    {
    }
}
