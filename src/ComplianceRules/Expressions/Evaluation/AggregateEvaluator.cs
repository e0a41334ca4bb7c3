using System.Numerics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Works out one value from all items of a list, exactly.</summary>
internal sealed class AggregateEvaluator(ReferenceInterpreter interpreter, ListReader lists)
{
    private static readonly Rational Hundred = Rational.Of(100);

    /// <summary>The value of an aggregate.</summary>
    /// <param name="aggregate">A checked aggregate.</param>
    /// <param name="rows">The rows at hand.</param>
    public Value Evaluate(AggregateExpression aggregate, RowFrames rows)
    {
        if (aggregate.Kind == AggregateKind.Size) return Size(aggregate.List, rows);
        (List<Value> values, UnknownReason? missing) = lists.Values(aggregate.List, rows);
        if (missing is { } reason) return new UnknownValue(reason);
        if (aggregate.Kind == AggregateKind.Sum) return Sum(values, Rational.Of(1), aggregate.Type);
        if (values.Count == 0) return new UnknownValue(UnknownReason.NoRows);
        return aggregate.Kind switch
        {
            AggregateKind.Min => Ordered(values)[0],
            AggregateKind.Max => Ordered(values)[^1],
            AggregateKind.Average => Sum(values, Rational.Of(values.Count), aggregate.Type),
            AggregateKind.Variation => Variation(Numbers(values), aggregate.Argument, rows),
            _ => Percentile(values, interpreter.Evaluate(aggregate.Argument!, rows)),
        };
    }

    private Value Size(TypedExpression list, RowFrames rows)
    {
        ListItems items = lists.Items(list, rows);
        if (items.Missing is { } reason) return new UnknownValue(reason);
        int size = 0;
        foreach (ListItem item in items.All)
        {
            if (item.Doubt is { } doubt) return new UnknownValue(doubt);
            size++;
        }

        return new NumberValue(Rational.Of(size));
    }

    private Value Variation(List<Rational> numbers, TypedExpression? weights, RowFrames rows)
    {
        List<Rational> weighted = [.. Enumerable.Repeat(Rational.Of(1), numbers.Count)];
        if (weights is not null)
        {
            (List<Value> values, UnknownReason? missing) = lists.Values(weights, rows);
            if (missing is { } reason) return new UnknownValue(reason);
            weighted = Numbers(values);
            if (weighted.Count != numbers.Count || weighted.Any(w => w < Rational.Zero)) return new UnknownValue(UnknownReason.OutOfRange);
        }

        return Variation(numbers, weighted);
    }

    // The square is w Σwx² / (Σwx)² - 1, where w is the sum of the weights: sums alone, so the order of the items does not matter.
    private static Value Variation(List<Rational> numbers, List<Rational> weights)
    {
        if (ExactSum.Of(weights) is not { } whole
            || ExactSum.Of(numbers.Zip(weights, (x, w) => x * w)) is not { } sum
            || ExactSum.Of(numbers.Zip(weights, (x, w) => x * x * w)) is not { } squares) return new UnknownValue(UnknownReason.Overflow);
        return sum.IsZero || whole.IsZero ? new UnknownValue(UnknownReason.DivisionByZero) : RootValue.Of((whole * squares / (sum * sum)) - Rational.Of(1));
    }

    private static Value Percentile(List<Value> values, Value wanted)
    {
        if (wanted is not NumberValue { Number: var p }) return wanted;
        if (p < Rational.Zero || p > Hundred) return new UnknownValue(UnknownReason.OutOfRange);
        return Ordered(values)[RankOf(p, values.Count) - 1];
    }

    /// <summary>The place of a percentile in ascending order, from 1 on.</summary>
    /// <param name="percent">The percentile, 0 to 100.</param>
    /// <param name="count">How many values there are.</param>
    public static int RankOf(Rational percent, int count)
    {
        Rational place = percent * Rational.Of(count) / Hundred;
        return (int)BigInteger.Max(BigInteger.One, place.IsWhole ? place.Numerator : BigInteger.Divide(place.Numerator, place.Denominator) + 1);
    }

    private static List<Value> Ordered(List<Value> values)
    {
        values.Sort(ExactComparison.Order);
        return values;
    }

    private static List<Rational> Numbers(List<Value> values) => [.. values.Cast<NumberValue>().Select(v => v.Number)];

    private static Value Sum(List<Value> values, Rational divisor, ExpressionType type) =>
        ExactSum.Of(Numbers(values)) is { } sum ? ExactArithmetic.Kept(sum / divisor, type) : new UnknownValue(UnknownReason.Overflow);
}
