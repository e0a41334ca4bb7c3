using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Finds pairs of comparisons over the same fact that exclude each other.</summary>
/// <remarks>
/// An <c>||</c> always holds where the opposites of its comparisons exclude each other. Each pair of values that an <c>&amp;&amp;</c> asks of one fact
/// is looked at; on a line, intervals that meet in pairs meet all together, so no more is missed.
/// </remarks>
internal sealed class Clashes
{
    private readonly ExpressionRanges _ranges;
    private readonly bool _isAnd;
    private readonly List<(TypedExpression Subject, TypedExpression Comparison, ValueRange Left)> _asked = [];

    private Clashes(ExpressionRanges ranges, bool isAnd)
    {
        _ranges = ranges;
        _isAnd = isAnd;
    }

    /// <summary>The clashes of an expression: of each chain of one sign at most one a fact.</summary>
    /// <param name="ranges">The ranges of the expression.</param>
    /// <param name="counts">Whether a comparison is looked at.</param>
    public static IEnumerable<Clash> In(ExpressionRanges ranges, Func<TypedExpression, bool> counts)
    {
        HashSet<TypedExpression> inner = new(ReferenceEqualityComparer.Instance);
        foreach (SeenNode at in ranges.Nodes)
        {
            if (at.Node is LogicExpression logic) inner.UnionWith(new[] { logic.Left, logic.Right }.Where(part => part is LogicExpression same && same.IsAnd == logic.IsAnd));
        }

        return ranges.Nodes.Where(at => at.Node is LogicExpression && !inner.Contains(at.Node))
            .SelectMany(at => new Clashes(ranges, ((LogicExpression)at.Node).IsAnd).Among(at, counts));
    }

    private IEnumerable<Clash> Among(SeenNode chain, Func<TypedExpression, bool> counts)
    {
        List<TypedExpression> found = [];
        foreach (TypedExpression comparison in Joined(chain.Node).Where(counts))
        {
            foreach ((TypedExpression subject, ComparisonOperator asks, ValueRange by) in Asked(comparison))
            {
                if (found.Any(f => IsSame(f, subject))) continue;
                ValueRange left = RangeComparison.Narrowed(_ranges[subject].Range, asks, by);
                TypedExpression? earlier = _asked.Where(a => IsSame(a.Subject, subject) && Excludes(a.Left, left)).Select(a => a.Comparison).FirstOrDefault();
                _asked.Add((subject, comparison, left));
                if (earlier is null) continue;
                found.Add(subject);
                yield return new Clash(earlier, comparison, _isAnd, chain);
            }
        }
    }

    private static bool Excludes(ValueRange one, ValueRange other) =>
        !one.IsEmpty && !other.IsEmpty && RangeComparison.Narrowed(one, ComparisonOperator.Equal, other).IsEmpty;

    private static IEnumerable<TypedExpression> Joined(TypedExpression chain)
    {
        bool isAnd = ((LogicExpression)chain).IsAnd;
        Stack<TypedExpression> waiting = new([chain]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is not LogicExpression logic || logic.IsAnd != isAnd)
            {
                yield return next;
                continue;
            }

            waiting.Push(logic.Right);
            waiting.Push(logic.Left);
        }
    }

    /// <summary>What a comparison, or its opposite, asks of what it compares.</summary>
    private ImmutableArray<(TypedExpression Subject, ComparisonOperator Asks, ValueRange By)> Asked(TypedExpression comparison) => comparison switch
    {
        ComparisonExpression e => OfSides(e.Operator, e.Left, e.Right),
        ShareComparisonExpression e => OfSides(e.Operator, e.Share, e.Limit),
        MembershipExpression { Collection: ListExpression list } e when _isAnd => [(e.Item, ComparisonOperator.Equal, _ranges[list].Range)],
        _ => [],
    };

    private ImmutableArray<(TypedExpression Subject, ComparisonOperator Asks, ValueRange By)> OfSides(ComparisonOperator comparison, TypedExpression left, TypedExpression right)
    {
        ComparisonOperator asks = _isAnd ? comparison : ComparisonOperators.Opposite(comparison);
        var leftAsked = (left, asks, _ranges[right].Range);
        var rightAsked = (right, ComparisonOperators.Mirrored(asks), _ranges[left].Range);
        return (_ranges[left].IsWritten, _ranges[right].IsWritten) switch
        {
            (false, false) => [leftAsked, rightAsked],
            (false, true) => [leftAsked],
            (true, false) => [rightAsked],
            _ => [],
        };
    }

    private static bool IsSame(TypedExpression one, TypedExpression other) =>
        ReferenceEquals(one, other) || (one is FieldExpression a && other is FieldExpression b && a.Row == b.Row && ReferenceEquals(a.Field, b.Field));
}
