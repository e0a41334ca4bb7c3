namespace ComplianceRules.Analysis;

/// <summary>Counts trends by what a finding belongs to.</summary>
/// <typeparam name="TKey">What it is counted by.</typeparam>
internal sealed class TrendTally<TKey>
    where TKey : notnull
{
    private static readonly int Trends = Enum.GetValues<FindingTrend>().Length;

    private readonly Dictionary<TKey, int[]> _counts = [];

    /// <summary>The keys that something was counted by, in no order.</summary>
    public IEnumerable<TKey> Keys => _counts.Keys;

    public void Add(TKey key, FindingTrend trend)
    {
        if (!_counts.TryGetValue(key, out int[]? counts)) _counts.Add(key, counts = new int[Trends]);
        counts[(int)trend]++;
    }

    /// <summary>What was counted by a key, be it nothing.</summary>
    public TrendCounts Of(TKey key) => new(_counts.TryGetValue(key, out int[]? counts) ? [.. counts] : [.. new int[Trends]]);
}
