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

    /// <summary>A list of items that agree: of ints where all are, of square roots where any is.</summary>
    /// <param name="type">The type that the items agree in.</param>
    /// <param name="items">The items.</param>
    internal static ListExpression Of(ExpressionType type, ImmutableArray<TypedExpression> items)
    {
        if (items.IsEmpty) return new ListExpression(type with { IsList = true }, items);
        return new ListExpression(type with { IsList = true, IsInt = items.All(i => i.Type.IsInt), IsRoot = items.Any(i => i.Type.IsRoot) }, items);
    }

    /// <summary>The items, all of one kind.</summary>
    public ImmutableArray<TypedExpression> Items { get; }
}
