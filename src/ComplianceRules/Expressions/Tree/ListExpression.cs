using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>A list literal.</summary>
public sealed record ListExpression : TypedExpression
{
    internal ListExpression(ExpressionType type, ImmutableArray<TypedExpression> items)
        : base(type)
    {
        Items = items;
    }

    /// <summary>The items, all of one kind.</summary>
    public ImmutableArray<TypedExpression> Items { get; }
}
