using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The share of the rows of a child list that meet a condition, in per cent; known only where every row is.</summary>
public sealed record ChildShareExpression : TypedExpression
{
    internal ChildShareExpression(ChildListPath list, TypedExpression where, TypedExpression that)
        : base(ExpressionType.Number(Unit.Percent))
    {
        List = list;
        Where = where;
        That = that;
    }

    /// <summary>Which list.</summary>
    public ChildListPath List { get; }

    /// <summary>Which rows count at all.</summary>
    public TypedExpression Where { get; }

    /// <summary>The condition.</summary>
    public TypedExpression That { get; }
}
