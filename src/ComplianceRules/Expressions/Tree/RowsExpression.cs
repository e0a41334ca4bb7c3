namespace ComplianceRules.Expressions;

/// <summary>The child rows of a row; unknown where they were not reported. Only macros and <c>size</c> read it.</summary>
public sealed record RowsExpression : TypedExpression
{
    internal RowsExpression(ChildListPath list)
        : base(ExpressionType.Rows(list.Table)) => List = list;

    /// <summary>Which list.</summary>
    public ChildListPath List { get; }
}
