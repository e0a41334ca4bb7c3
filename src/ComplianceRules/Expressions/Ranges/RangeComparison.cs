namespace ComplianceRules.Expressions;

/// <summary>Whether comparisons of values within ranges can hold and can fail.</summary>
internal static class RangeComparison
{
    public static TruthRange Holds(ComparisonOperator comparison, ValueRange left, ValueRange right)
    {
        if (left.IsEmpty || right.IsEmpty) return new TruthRange(false, false);
        return (left, right) switch
        {
            (Interval a, Interval b) => Numbers(comparison, a, b),
            (TruthRange a, TruthRange b) => Same(comparison, (a.CanBeTrue && b.CanBeTrue) || (a.CanBeFalse && b.CanBeFalse), (a.CanBeTrue && b.CanBeFalse) || (a.CanBeFalse && b.CanBeTrue)),
            (KeyRange a, KeyRange b) => Same(comparison, a.Keys.Overlaps(b.Keys), a.Keys.Count > 1 || !a.Keys.SetEquals(b.Keys)),
            _ => TruthRange.Either,
        };
    }

    /// <summary>The values of a range that keep a comparison with some value of another range.</summary>
    public static ValueRange Narrowed(ValueRange range, ComparisonOperator comparison, ValueRange by) => (range, by, comparison) switch
    {
        (Interval a, Interval b, ComparisonOperator.Equal) => a.Within(b),
        (Interval a, Interval b, ComparisonOperator.Less) => a.Within(Interval.Of(null, Outside(b.High))),
        (Interval a, Interval b, ComparisonOperator.LessOrEqual) => a.Within(Interval.Of(null, b.High)),
        (Interval a, Interval b, ComparisonOperator.Greater) => a.Within(Interval.Of(Outside(b.Low), null)),
        (Interval a, Interval b, ComparisonOperator.GreaterOrEqual) => a.Within(Interval.Of(b.Low, null)),
        (KeyRange a, KeyRange b, ComparisonOperator.Equal) => new KeyRange(a.Keys.Intersect(b.Keys)),
        (AnyRange, KeyRange b, ComparisonOperator.Equal) => b,
        _ => range,
    };

    private static TruthRange Numbers(ComparisonOperator comparison, Interval left, Interval right) => comparison switch
    {
        ComparisonOperator.Less => new TruthRange(CanBeLess(left, right), CanBeAtMost(right, left)),
        ComparisonOperator.LessOrEqual => new TruthRange(CanBeAtMost(left, right), CanBeLess(right, left)),
        ComparisonOperator.Greater => new TruthRange(CanBeLess(right, left), CanBeAtMost(left, right)),
        ComparisonOperator.GreaterOrEqual => new TruthRange(CanBeAtMost(right, left), CanBeLess(left, right)),
        _ => Same(comparison, CanBeSame(left, right), left.Only is null || left.Only != right.Only),
    };

    private static TruthRange Same(ComparisonOperator comparison, bool canBeSame, bool canDiffer) =>
        comparison == ComparisonOperator.NotEqual ? new TruthRange(canDiffer, canBeSame) : new TruthRange(canBeSame, canDiffer);

    private static bool CanBeLess(Interval left, Interval right) => left.Low is not { } low || right.High is not { } high || low.Value < high.Value;

    private static bool CanBeAtMost(Interval left, Interval right) =>
        left.Low is not { } low || right.High is not { } high || low.Value < high.Value || (low.Value == high.Value && low.IsIncluded && high.IsIncluded);

    private static bool CanBeSame(Interval left, Interval right)
    {
        if (left.Only is { } one) return right.Contains(one);
        if (right.Only is { } other) return left.Contains(other);
        return CanBeAtMost(left, right) && CanBeAtMost(right, left);
    }

    private static IntervalEnd? Outside(IntervalEnd? end) => end is { } known ? IntervalEnd.Before(known.Value) : null;
}
