namespace ComplianceRules.Expressions;

/// <summary>One value made of all items of a list; unknown where the list or any item is.</summary>
public sealed record AggregateExpression : TypedExpression
{
    internal AggregateExpression(ExpressionType type, AggregateKind kind, TypedExpression list, TypedExpression? argument)
        : base(type)
    {
        Kind = kind;
        List = list;
        Argument = argument;
    }

    /// <summary>What is made of the items.</summary>
    public AggregateKind Kind { get; }

    /// <summary>The list.</summary>
    public TypedExpression List { get; }

    /// <summary>The percentile wanted, 0 to 100, or the list of weights, as long as the list; null where there is none.</summary>
    public TypedExpression? Argument { get; }
}
