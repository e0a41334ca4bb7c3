using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Two values compared.</summary>
internal sealed class GroundComparison : GroundNode
{
    private const double Rounding = 1e-12;

    private readonly ComparisonOperator _operator;
    private readonly GroundNode _left;
    private readonly GroundNode _right;
    private readonly double _unit;
    private readonly ImmutableArray<LinearLimit> _whenTrue = [];
    private readonly ImmutableArray<LinearLimit> _whenFalse = [];

    /// <summary>Compares.</summary>
    /// <param name="comparison">How.</param>
    /// <param name="left">The left value.</param>
    /// <param name="right">The right value.</param>
    /// <param name="facts">The facts by their places.</param>
    public GroundComparison(ComparisonOperator comparison, GroundNode left, GroundNode right, Func<int, ChangeableFact> facts)
        : base(Union([left, right]))
    {
        (_operator, _left, _right) = (comparison, left, right);
        _unit = new[] { right.Linear, left.Linear }.OfType<LinearSumOfFacts>().Where(s => s.Factors.IsEmpty && s.Constant != 0).Select(s => Math.Abs(s.Constant)).FirstOrDefault(1);
        if (left.Linear is not { } first || right.Linear?.Times(-1) is not { } second) return;
        LinearSumOfFacts sum = first.Plus(second);
        if (sum.Factors.IsEmpty) return;
        _whenTrue = [.. LinearLimit.Of(sum, comparison, facts)];
        _whenFalse = [.. LinearLimit.Of(sum, ComparisonOperators.Opposite(comparison), facts)];
    }

    /// <summary>The limits that have to be kept for it to be true, or false; empty where they are not known.</summary>
    /// <param name="wanted">What it is to be.</param>
    public ImmutableArray<LinearLimit> Limits(bool wanted) => wanted ? _whenTrue : _whenFalse;

    public override ValueRange Range(ChangeBox box) => RangeComparison.Holds(_operator, _left.Range(box), _right.Range(box));

    public override double Extra(bool wanted, ChangeBox box)
    {
        ImmutableArray<LinearLimit> limits = Limits(wanted);
        return limits.IsEmpty ? base.Extra(wanted, box) : limits.Max(l => l.Extra(box));
    }

    /// <remarks>In parts of the limit, so that conditions on large and on small numbers can be added.</remarks>
    public override double Shortfall(bool wanted, ChangeBox point)
    {
        if (_left.Near(point) is not { } left || _right.Near(point) is not { } right) return base.Shortfall(wanted, point);
        double over = left - right;
        double rounding = Rounding * (Math.Abs(left) + Math.Abs(right));
        double missing = (wanted ? _operator : ComparisonOperators.Opposite(_operator)) switch
        {
            ComparisonOperator.LessOrEqual => over,
            ComparisonOperator.GreaterOrEqual => -over,
            ComparisonOperator.Less => over + (2 * rounding),
            ComparisonOperator.Greater => (2 * rounding) - over,
            ComparisonOperator.Equal => Math.Abs(over),
            _ => Math.Abs(over) > rounding ? 0 : _unit,
        };
        return missing <= rounding ? 0 : missing / _unit;
    }

    public override IEnumerable<ChangeStep> Ways(bool wanted, ChangeBox box)
    {
        ChangeStep[] ways = [.. Limits(wanted).Where(l => l.Extra(box.Corner()) > 0).SelectMany(l => l.Ways(box))];
        return ways.Length > 0 ? ways : base.Ways(wanted, box);
    }
}
