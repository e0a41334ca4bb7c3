namespace ComplianceRules.Expressions;

/// <summary>Says why a comparison is decided: the ranges of its sides, with no more of them than decides it.</summary>
internal sealed class RangeReasons(ExpressionRanges ranges, ExpressionPrinter printer)
{
    // Ends that only come of how long a list can be are no help to anybody.
    private static readonly Rational Large = Rational.Parse("1e9");

    /// <summary>The ranges, each in backticks; empty where nothing can be told of them.</summary>
    /// <param name="condition">A comparison, a membership, or the two comparisons of a value with a tolerance.</param>
    public string Of(TypedExpression condition) => condition switch
    {
        ComparisonExpression e => OfSides(e.Operator, e.Left, e.Right),
        ShareComparisonExpression e => OfSides(e.Operator, e.Share, e.Limit),
        MembershipExpression { Collection: ListExpression list } e => Joined([.. Of(e.Item, ranges[e.Item].Range, IsByStep(e, list)), .. list.Items.SelectMany(i => Of(i, ranges[i].Range, false))]),
        LogicExpression { Left: ComparisonExpression e } => Joined(Of(e.Left, ranges[e.Left].Range, false)),
        _ => string.Empty,
    };

    private string OfSides(ComparisonOperator comparison, TypedExpression left, TypedExpression right)
    {
        (ValueRange first, ValueRange second) = (ranges[left].Range, ranges[right].Range);
        TruthRange verdict = RangeComparison.Holds(comparison, first, second);
        ValueRange shownFirst = Shown(first, shown => RangeComparison.Holds(comparison, shown, second) == verdict);
        ValueRange shownSecond = Shown(second, shown => RangeComparison.Holds(comparison, shownFirst, shown) == verdict);
        bool bySteps = RangeComparison.Holds(comparison, WithoutStep(first), WithoutStep(second)) != verdict;
        return Joined([.. Of(left, shownFirst, bySteps), .. Of(right, shownSecond, bySteps)]);
    }

    private bool IsByStep(MembershipExpression membership, ListExpression list)
    {
        ValueRange item = ranges[membership.Item].Range;
        return list.Items.Select(i => ranges[i].Range).Any(entry => Equal(item, entry) != Equal(WithoutStep(item), WithoutStep(entry)));
    }

    private static TruthRange Equal(ValueRange left, ValueRange right) => RangeComparison.Holds(ComparisonOperator.Equal, left, right);

    private static ValueRange WithoutStep(ValueRange range) => range is Interval { IsEmpty: false } interval ? Interval.Of(interval.Low, interval.High) : range;

    private static ValueRange Shown(ValueRange range, Func<Interval, bool> isEnough)
    {
        if (range is not Interval interval) return range;
        Interval less = Interval.Of(interval.Low is { } low && low.Value < -Large ? null : interval.Low, interval.High is { } high && high.Value > Large ? null : interval.High, interval.Step);
        return isEnough(less) ? less : interval;
    }

    private IEnumerable<string> Of(TypedExpression side, ValueRange range, bool withStep)
    {
        if (ranges[side].IsWritten) yield break;
        string text = printer.Text(side);
        string name = Excerpt.Of(side is ConditionalExpression ? $"({text})" : text);
        if (RangeText.Of(name, range, side.Type) is { } ends) yield return ends;
        if (withStep && range is Interval interval && RangeText.OfStep(name, interval) is { } step) yield return step;
    }

    private static string Joined(IEnumerable<string> texts) => string.Join(", ", texts.Distinct(StringComparer.Ordinal).Select(t => $"`{t}`"));
}
