namespace ComplianceRules.Expressions;

/// <summary>A share compared with a limit: decided where every way the unknown rows may turn out gives the same answer, else unknown.</summary>
public sealed record ShareComparisonExpression : TypedExpression
{
    internal ShareComparisonExpression(ComparisonOperator @operator, ChildShareExpression share, TypedExpression limit)
        : base(ExpressionType.Bool)
    {
        Operator = @operator;
        Share = share;
        Limit = limit;
    }

    /// <summary>How they are compared.</summary>
    public ComparisonOperator Operator { get; }

    /// <summary>The share.</summary>
    public ChildShareExpression Share { get; }

    /// <summary>The limit, in per cent.</summary>
    public TypedExpression Limit { get; }
}
