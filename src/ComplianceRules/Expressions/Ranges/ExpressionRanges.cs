using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>The values that every node of an expression can have, worked out from the ranges of fields before there are any facts.</summary>
/// <remarks>
/// Immutable; may be shared between threads. What it says is never too narrow: a known value lies in the range of its node,
/// and a node whose parts are known is unknown by a division or an overflow only where that hazard is told.
/// Each node stands alone: what a condition around it excludes is not taken into account, and two uses of one fact count as two facts.
/// </remarks>
internal sealed class ExpressionRanges
{
    private readonly Dictionary<TypedExpression, NodeRange> _ranges;

    private ExpressionRanges(Dictionary<TypedExpression, NodeRange> ranges, ImmutableArray<SeenNode> nodes)
    {
        _ranges = ranges;
        Nodes = nodes;
    }

    /// <summary>Every node, after its parts, with the variables of the macros around it.</summary>
    public ImmutableArray<SeenNode> Nodes { get; }

    /// <summary>What is known of a node; nodes are told apart as objects, not by what they say.</summary>
    public NodeRange this[TypedExpression node] => _ranges[node];

    /// <summary>Works out the ranges of an expression and everything in it.</summary>
    /// <param name="expression">A checked expression.</param>
    public static ExpressionRanges Of(TypedExpression expression)
    {
        (Dictionary<TypedExpression, NodeRange> ranges, ImmutableArray<SeenNode> nodes) = new RangeWalk().Through(expression);
        return new ExpressionRanges(ranges, nodes);
    }

    /// <summary>Whether a condition in the expression can hold and can fail; both where the node is no condition of it.</summary>
    public TruthRange Truth(TypedExpression condition) => _ranges.GetValueOrDefault(condition)?.Range as TruthRange ?? TruthRange.Either;
}
