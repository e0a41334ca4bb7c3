namespace ComplianceRules.Expressions;

/// <summary>A node of a checked expression. A closed set of records: whoever reads the tree can name them all.</summary>
/// <remarks>Immutable. Only the checker makes nodes, so every name, type and unit in them is right.</remarks>
public abstract record TypedExpression
{
    private protected TypedExpression(ExpressionType type) => Type = type;

    /// <summary>What kind of value the node has.</summary>
    public ExpressionType Type { get; }

    /// <summary>The derived field whose name the author wrote here, and its row; null where it is what the author wrote. For people only: what is judged is the node.</summary>
    internal DerivedName? StandsFor { get; init; }

    /// <summary>Whether both are the same expression, whatever name was written for it.</summary>
    /// <param name="other">The other.</param>
    public virtual bool Equals(TypedExpression? other) => other is not null && EqualityContract == other.EqualityContract && Type == other.Type;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Type);
}
