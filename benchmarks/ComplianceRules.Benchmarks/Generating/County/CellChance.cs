namespace ComplianceRules.Benchmarks;

/// <summary>The chance of one cell: it depends on the seed, the row and the field alone, so that a new field, row or pack changes no other cell.</summary>
internal struct CellChance
{
    private const ulong Basis = 14695981039346656037;
    private const decimal Rare = 10;
    private const ulong Prime = 1099511628211;

    private SplitMix64 _numbers;

    public CellChance(ulong seed, string name) => _numbers = SplitMix64.Of(seed, Hash(name));

    /// <summary>Whether one of so many in a hundred happens.</summary>
    public bool Hits(decimal percent) => Below(10_000) < percent * 100;

    /// <summary>The same where what is rare, or hardly ever missing, happens so many times as often; what is neither happens as often.</summary>
    public bool Hits(decimal percent, decimal lapses) => Hits(percent switch
    {
        <= Rare => percent * lapses,
        >= 100 - Rare => 100 - ((100 - percent) * lapses),
        _ => percent,
    });

    /// <summary>A number from 0 up to, not including, an end.</summary>
    public int Below(int end) => _numbers.Below(end);

    /// <summary>A number on a grid that begins at the lower end; both ends included.</summary>
    public decimal Between(decimal low, decimal high, decimal grid) => low + (Below((int)((high - low) / grid) + 1) * grid);

    // FNV-1a: string.GetHashCode differs from run to run.
    private static long Hash(string text)
    {
        ulong hash = Basis;
        foreach (char c in text) hash = (hash ^ c) * Prime;
        return (long)(hash >> 1);
    }
}
