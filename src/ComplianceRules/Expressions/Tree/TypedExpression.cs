namespace ComplianceRules.Expressions;

/// <summary>A node of a checked expression. A closed set of records: whoever reads the tree can name them all.</summary>
/// <remarks>Immutable. Only the checker makes nodes, so every name, type and unit in them is right.</remarks>
public abstract record TypedExpression
{
    private protected TypedExpression(ExpressionType type) => Type = type;

    /// <summary>What kind of value the node has.</summary>
    public ExpressionType Type { get; }
}
