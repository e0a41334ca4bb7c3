using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Two values compared.</summary>
internal sealed class GroundComparison : GroundNode
{
    private readonly ComparisonOperator _operator;
    private readonly GroundNode _left;
    private readonly GroundNode _right;
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

    public override IEnumerable<ChangeStep> Ways(bool wanted, ChangeBox box)
    {
        ChangeStep[] ways = [.. Limits(wanted).Where(l => l.Extra(box.Corner()) > 0).SelectMany(l => l.Ways(box))];
        return ways.Length > 0 ? ways : base.Ways(wanted, box);
    }
}
