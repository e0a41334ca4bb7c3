namespace ComplianceRules.Expressions;

/// <summary>Whether any row of a child list meets a condition: true if one does, false if none can, else unknown; unknown where the list was not reported.</summary>
public sealed record AnyChildExpression : TypedExpression
{
    internal AnyChildExpression(ChildListPath list, TypedExpression where)
        : base(ExpressionType.Bool)
    {
        List = list;
        Where = where;
    }

    /// <summary>Which list.</summary>
    public ChildListPath List { get; }

    /// <summary>The condition on each row of the list.</summary>
    public TypedExpression Where { get; }
}
