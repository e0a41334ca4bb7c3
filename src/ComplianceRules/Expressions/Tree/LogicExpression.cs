namespace ComplianceRules.Expressions;

/// <summary>Two conditions joined; one side that decides absorbs an unknown other.</summary>
public sealed record LogicExpression : TypedExpression
{
    internal LogicExpression(bool isAnd, TypedExpression left, TypedExpression right)
        : base(ExpressionType.Bool)
    {
        IsAnd = isAnd;
        Left = left;
        Right = right;
    }

    /// <summary>Whether both must hold (and), or one (or).</summary>
    public bool IsAnd { get; }

    /// <summary>The left condition.</summary>
    public TypedExpression Left { get; }

    /// <summary>The right condition.</summary>
    public TypedExpression Right { get; }
}
