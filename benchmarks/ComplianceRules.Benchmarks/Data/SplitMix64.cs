namespace ComplianceRules.Benchmarks;

/// <summary>The generator SplitMix64 (Steele, Lea and Flood, 2014): the same numbers on every machine and in every version of .NET, which <c>System.Random</c> does not promise.</summary>
/// <param name="seed">Where the sequence begins.</param>
internal struct SplitMix64(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong _state = seed;

    /// <summary>The sequence of one thing among many: neighbours have nothing in common.</summary>
    public static SplitMix64 Of(ulong seed, long number) => new(Mix(seed + (Gamma * (ulong)(number + 1))));

    public ulong Next() => Mix(_state += Gamma);

    /// <summary>A number from 0 up to, not including, an end of at most 2^32.</summary>
    public int Below(int end) => (int)((Next() >> 32) * (ulong)end >> 32);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
