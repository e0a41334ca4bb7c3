namespace ComplianceRules.Expressions;

/// <summary>Whether a value is among others: of a list literal or of a set; unknown where it is not known.</summary>
public sealed record MembershipExpression : TypedExpression
{
    internal MembershipExpression(TypedExpression item, TypedExpression collection)
        : base(ExpressionType.Bool)
    {
        Item = item;
        Collection = collection;
    }

    /// <summary>The value.</summary>
    public TypedExpression Item { get; }

    /// <summary>The list or set.</summary>
    public TypedExpression Collection { get; }
}
