using System.Collections.Immutable;

namespace ComplianceRules.Analysis;

/// <summary>How many findings have which trend.</summary>
/// <remarks>Immutable. A finding for all rows that lack the same column or list counts as one. Persons are not counted here.</remarks>
public sealed class TrendCounts
{
    private readonly ImmutableArray<int> _counts;

    internal TrendCounts(ImmutableArray<int> counts) => _counts = counts;

    /// <summary>The number of one trend.</summary>
    /// <param name="trend">The trend.</param>
    public int this[FindingTrend trend] => _counts[(int)trend];

    /// <summary>Breaches of the earlier assessment, waived ones left out.</summary>
    public int BrokenBefore => BrokenTwice + this[FindingTrend.Fixed] + this[FindingTrend.NoLongerApplies] + this[FindingTrend.Excused]
        + this[FindingTrend.NoLongerKnown] + this[FindingTrend.Gone] + this[FindingTrend.Unclear];

    /// <summary>Breaches of the later assessment, waived ones left out.</summary>
    public int BrokenAfter => BrokenTwice + this[FindingTrend.New];

    /// <summary>New breaches less fixed ones: what rose or fell. What has gone, is excused, no longer known or unclear is no progress and counts neither way.</summary>
    public int Balance => this[FindingTrend.New] - this[FindingTrend.Fixed];

    /// <summary>Whether there is none of any trend.</summary>
    public bool IsEmpty => _counts.All(c => c == 0);

    private int BrokenTwice => this[FindingTrend.Worse] + this[FindingTrend.Better] + this[FindingTrend.StillOpen];
}
