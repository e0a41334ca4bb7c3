using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The moves that a descent looks at: each fact by steps that grow, what keeps a total from one fact to another.</summary>
internal sealed class DescentMoves
{
    private const int Growth = 4;
    private const int GrowthOfMany = 64;
    private const int StridesOfOne = 20;
    private const int MostListed = 32;
    private const int MostAllPaired = 8;
    private const int MostPartners = 4;

    private readonly ChangeBox _all;
    private readonly ImmutableArray<int> _alone;
    private readonly ImmutableArray<ImmutableArray<int>> _totals;
    private readonly int _growth;

    /// <summary>Names the facts.</summary>
    /// <param name="all">All their values.</param>
    /// <param name="totals">The facts whose totals have to stay.</param>
    /// <param name="looks">How many moves are looked at in all.</param>
    public DescentMoves(ChangeBox all, IEnumerable<ImmutableArray<int>> totals, int looks)
    {
        _all = all;
        ImmutableArray<ImmutableArray<int>> kept = [.. totals];
        HashSet<int> bound = [.. kept.SelectMany(t => t)];
        _alone = [.. Enumerable.Range(0, all.Count).Where(f => !all.IsFixed(f) && !bound.Contains(f))];
        _totals = [.. kept.Select(t => t.Where(f => !all.IsFixed(f) && all.Fact(f) is SteppedFact { IsOnSteps: true }).ToImmutableArray()).Where(t => t.Length > 1)];
        _growth = (long)StridesOfOne * (_alone.Length + _totals.Sum(t => t.Length)) > looks / 2 ? GrowthOfMany : Growth;
    }

    /// <summary>The facts whose totals have to stay and that can move.</summary>
    public ImmutableArray<ImmutableArray<int>> Totals => _totals;

    /// <summary>The facts that change by themselves.</summary>
    public ImmutableArray<int> Alone => _alone;

    /// <summary>The moves from where conditions are looked at now.</summary>
    /// <param name="sum">The conditions.</param>
    public IEnumerable<ChangeMove> From(ShortfallSum sum) => _alone.SelectMany(f => Of(f, sum.Point)).Concat(_totals.SelectMany(t => Pairs(t, sum)));

    private IEnumerable<ChangeMove> Of(int fact, ChangeBox point)
    {
        long now = point.Low(fact);
        IEnumerable<long> targets = _all.Fact(fact) is SteppedFact
            ? Strides(_all.High(fact) - now).Select(s => now + s).Concat(Strides(now - _all.Low(fact)).Select(s => now - s)).Append(0).Distinct()
            : Enumerable.Range(0, (int)Math.Min(_all.High(fact), MostListed) + 1).Select(n => (long)n);
        return targets.Where(t => t != now).Select(t => new ChangeMove(fact, t - now));
    }

    private IEnumerable<ChangeMove> Pairs(ImmutableArray<int> total, ShortfallSum sum)
    {
        (ImmutableArray<int> takers, ImmutableArray<int> givers) = total.Length <= MostAllPaired ? (total, total) : (Best(total, sum, 1), Best(total, sum, -1));
        ChangeBox point = sum.Point;
        foreach (int taker in takers)
        {
            foreach (int giver in givers.Where(g => g != taker))
            {
                long most = Math.Min(_all.High(taker) - point.Low(taker), point.Low(giver) - _all.Low(giver));
                foreach (long stride in Strides(most)) yield return new ChangeMove(taker, stride, giver);
            }
        }
    }

    // Whose change alone would help most, were the total not kept.
    private ImmutableArray<int> Best(ImmutableArray<int> total, ShortfallSum sum, long by) =>
        [.. total.Where(f => new ChangeMove(f, by).IsWithin(_all, sum.Point)).OrderByDescending(f => sum.Gain(new ChangeMove(f, by))).Take(MostPartners)];

    private IEnumerable<long> Strides(long most)
    {
        for (long stride = 1; stride < most; stride = stride > most / _growth ? most : stride * _growth) yield return stride;
        if (most > 0) yield return most;
    }
}
