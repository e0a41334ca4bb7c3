using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <content>Lists: which rows they have does not change, what their rows say may.</content>
internal sealed partial class Grounder
{
    private GroundNode AnyChild(AnyChildExpression any, RowFrames rows)
    {
        if (interpreter.RowsOf(any.List, rows) is not { Missing: null } list) return Constant(any, rows);
        ImmutableArray<GroundNode> each = [.. list.Each(rows).Select(child => Of(any.Where, child))];
        return each.All(e => e.Facts.Length == 0) ? Constant(any, rows) : Joined(1, each);
    }

    private GroundNode Share(ShareComparisonExpression share, RowFrames rows)
    {
        if (interpreter.RowsOf(share.Share.List, rows) is not { Missing: null } list) return Constant(share, rows);
        GroundNode limit = Of(share.Limit, rows);
        (GroundNode Where, GroundNode That)[] each = [.. list.Each(rows).Select(child => (Of(share.Share.Where, child), Of(share.Share.That, child)))];
        if (limit.Facts.Length == 0 && each.All(e => e.Where.Facts.Length == 0 && e.That.Facts.Length == 0)) return Constant(share, rows);
        if (limit is not GroundConstant { Value: NumberValue most } || each.Any(e => e.Where is not GroundConstant { Truth: not null }))
            return new GroundOpaque(share.Type, new GroundReading(share, rows), [limit, .. each.Select(e => e.Where), .. each.Select(e => e.That)]);
        ImmutableArray<GroundNode> counted = [.. each.Where(e => e.Where is GroundConstant { Truth: true }).Select(e => e.That)];
        return OfCount(counted, share.Operator, most.Number * Rational.Of(counted.Length) / Rational.Of(100));
    }

    /// <summary>How many items meet a condition, or their share, held against a number.</summary>
    private GroundNode Counted(MacroExpression macro, ComparisonExpression comparison, Rational limit, RowFrames rows)
    {
        if (Members(macro.List, rows) is not { } members || (macro.Kind == MacroKind.Share && members.Any(m => m.IsIn is not GroundConstant { Truth: not null }))) return Opaque(comparison, rows);
        ImmutableArray<GroundNode> each = [.. members.Where(m => m.IsIn is not GroundConstant { Truth: false }).Select(m => Joined(2, [m.IsIn, Of(macro.Body, m.Rows)]))];
        if (each.All(e => e.Facts.Length == 0)) return Constant(comparison, rows);
        return OfCount(each, comparison.Operator, macro.Kind == MacroKind.Count ? limit : limit * Rational.Of(each.Length) / Rational.Of(100));
    }

    // The number of conditions that hold, compared with a number that need not be whole.
    private static GroundNode OfCount(ImmutableArray<GroundNode> conditions, ComparisonOperator comparison, Rational limit)
    {
        BigInteger floor = limit.Floor();
        BigInteger above = floor + 1;
        BigInteger from = limit.IsWhole ? floor : above;
        return comparison switch
        {
            ComparisonOperator.GreaterOrEqual => AtLeast(from),
            ComparisonOperator.Greater => AtLeast(above),
            ComparisonOperator.LessOrEqual => Negated(AtLeast(above)),
            ComparisonOperator.Less => Negated(AtLeast(from)),
            ComparisonOperator.Equal => limit.IsWhole ? Joined(2, [AtLeast(from), Negated(AtLeast(above))]) : GroundConstant.Of(Value.False),
            _ => limit.IsWhole ? Joined(1, [Negated(AtLeast(from)), AtLeast(above)]) : GroundConstant.Of(Value.True),
        };

        GroundNode AtLeast(BigInteger needed) => needed <= 0 ? GroundConstant.Of(Value.True) : needed > conditions.Length ? GroundConstant.Of(Value.False) : Joined((int)needed, conditions);
    }

    private static GroundNode Negated(GroundNode condition) => condition is GroundConstant { Truth: { } truth } ? GroundConstant.Of(Value.Of(!truth)) : new GroundNot(condition);

    private GroundNode Macro(MacroExpression macro, RowFrames rows)
    {
        if (macro.Kind is not (MacroKind.All or MacroKind.Exists) || Members(macro.List, rows) is not { } members) return Opaque(macro, rows);
        bool isAll = macro.Kind == MacroKind.All;
        ImmutableArray<GroundNode> each = [.. members.Select(m => isAll ? Joined(1, [Negated(m.IsIn), Of(macro.Body, m.Rows)]) : Joined(2, [m.IsIn, Of(macro.Body, m.Rows)]))];
        return each.All(e => e.Facts.Length == 0) ? Constant(macro, rows) : Joined(isAll ? each.Length : 1, each);
    }

    private GroundNode Aggregate(AggregateExpression aggregate, RowFrames rows)
    {
        if (aggregate.Kind == AggregateKind.Variation) return Variation(aggregate, rows);
        bool isFollowed = aggregate.Kind is AggregateKind.Sum or AggregateKind.Average or AggregateKind.Min or AggregateKind.Max;
        if (!isFollowed || Values(aggregate.List, rows) is not { IsEmpty: false } values) return Opaque(aggregate, rows);
        if (values.All(v => v.Facts.Length == 0)) return Constant(aggregate, rows);
        return aggregate.Kind switch
        {
            AggregateKind.Sum => new GroundValue(values, Added, SumOf(values)),
            AggregateKind.Average => new GroundValue(values, ranges => Mean(Added(ranges), ranges.Length), SumOf(values)?.Times(1.0 / values.Length)),
            AggregateKind.Min => new GroundValue(values, ranges => Extreme(ranges, isLargest: false)),
            _ => new GroundValue(values, ranges => Extreme(ranges, isLargest: true)),
        };
    }

    private GroundNode Variation(AggregateExpression variation, RowFrames rows)
    {
        if (Values(variation.List, rows) is not { IsEmpty: false } values) return Opaque(variation, rows);
        ImmutableArray<GroundNode>? weights = variation.Argument is { } by ? Values(by, rows) : [.. values.Select(_ => GroundConstant.Of(new NumberValue(Rational.Of(1))))];
        if (weights?.Length != values.Length) return Opaque(variation, rows);
        return values.Concat(weights.Value).All(v => v.Facts.Length == 0) ? Constant(variation, rows) : new GroundVariation(values, weights.Value);
    }

    private static ValueRange Added(ImmutableArray<ValueRange> ranges) =>
        ranges.All(r => r is Interval) ? ranges.Cast<Interval>().Aggregate(IntervalArithmetic.Add) : ValueRange.Any;

    private static ValueRange Mean(ValueRange sum, int count) =>
        sum is Interval known ? IntervalArithmetic.Divide(known, Interval.Point(Rational.Of(count))) : sum;

    private static LinearSumOfFacts? SumOf(ImmutableArray<GroundNode> values) =>
        values.All(v => v.Linear is not null) ? values.Select(v => v.Linear!).Aggregate((left, right) => left.Plus(right)) : null;

    private static ValueRange Extreme(ImmutableArray<ValueRange> ranges, bool isLargest)
    {
        if (!ranges.All(r => r is Interval { Low: not null, High: not null })) return ValueRange.Any;
        Interval[] known = [.. ranges.Cast<Interval>()];
        (Rational low, Rational high) = isLargest
            ? (known.Max(k => k.Low!.Value.Value), known.Max(k => k.High!.Value.Value))
            : (known.Min(k => k.Low!.Value.Value), known.Min(k => k.High!.Value.Value));
        return Interval.Of(IntervalEnd.At(low), IntervalEnd.At(high));
    }

    /// <summary>The values of a list of values; null where it is not followed.</summary>
    private ImmutableArray<GroundNode>? Values(TypedExpression list, RowFrames rows) => list switch
    {
        MacroExpression { Kind: MacroKind.Map } map when Items(map.List, rows) is { } items => [.. items.Select(i => Of(map.Body, i))],
        ListExpression written => [.. written.Items.Select(i => Of(i, rows))],
        _ => null,
    };

    /// <summary>The rows at hand for each item of a list; null where which items it has may change, or is not known.</summary>
    private List<RowFrames>? Items(TypedExpression list, RowFrames rows)
    {
        if (Members(list, rows) is not { } members || members.Any(m => m.IsIn is not GroundConstant { Truth: not null })) return null;
        return [.. members.Where(m => m.IsIn is GroundConstant { Truth: true }).Select(m => m.Rows)];
    }

    /// <summary>Every row that may be in a list, with whether it is; null where the list is none of rows, or not known.</summary>
    private List<(RowFrames Rows, GroundNode IsIn)>? Members(TypedExpression list, RowFrames rows) => list switch
    {
        RowsExpression all => interpreter.RowsOf(all.List, rows) is { Missing: null } found ? [.. found.Each(rows).Select(r => (r, (GroundNode)GroundConstant.Of(Value.True)))] : null,
        MacroExpression { Kind: MacroKind.Filter } filter => Members(filter.List, rows)?.ConvertAll(m => (m.Rows, Joined(2, [m.IsIn, Of(filter.Body, m.Rows)]))),
        _ => null,
    };

    /// <summary>What is not looked into, with the facts of all its parts.</summary>
    private GroundNode Opaque(TypedExpression expression, RowFrames rows)
    {
        List<GroundNode> parts = [.. PartsOf(expression, rows)];
        return parts.All(p => p.Facts.Length == 0) ? Constant(expression, rows) : new GroundOpaque(expression.Type, new GroundReading(expression, rows), parts);
    }

    private IEnumerable<GroundNode> PartsOf(TypedExpression expression, RowFrames rows)
    {
        switch (expression)
        {
            case RowsExpression:
                return [];
            case FrequencyExpression frequency when interpreter.RowsOf(frequency.Events.List, rows) is { Missing: null } events:
                return events.Each(rows).SelectMany(e => new[] { Of(frequency.Where, e), Of(frequency.On, e) })
                    .Concat(new[] { frequency.Min, frequency.Max }.OfType<TypedExpression>().Select(limit => Of(limit, rows)));
            case MacroExpression macro when Members(macro.List, rows) is { } members:
                return members.SelectMany(m => new[] { m.IsIn, Of(macro.Body, m.Rows) });
            case MacroExpression macro:
                // Its items are no rows: what its body asks of them is not known.
                _hasGaps = true;
                return PartsOf(macro.List, rows);
            case FrequencyExpression:
                return [];
            default:
                return ExpressionWalker.Parts(expression).Select(p => p is ListExpression or { Type.IsList: true } ? new GroundOpaque(p.Type, new GroundReading(p, rows), PartsOf(p, rows)) : Of(p, rows));
        }
    }
}
