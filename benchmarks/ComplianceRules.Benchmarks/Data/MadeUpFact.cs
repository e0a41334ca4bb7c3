namespace ComplianceRules.Benchmarks;

/// <summary>Draws one fact after another: whether it is known, and a value that keeps the limits or breaks one. One number of the sequence a fact, so that the rates change no other value.</summary>
/// <param name="numbers">The sequence.</param>
/// <param name="missing">Below which 32 bits a fact is missing.</param>
/// <param name="broken">Below which 16 bits a fact breaks a limit.</param>
internal ref struct MadeUpFact(SplitMix64 numbers, ulong missing, uint broken)
{
    private SplitMix64 _numbers = numbers;
    private int _fact;

    /// <summary>A bit for each fact drawn so far, set where it is known.</summary>
    public int Known { get; private set; }

    /// <summary>A whole number: both ends of both ranges are included.</summary>
    public int Draw((int Low, int High) kept, (int Low, int High) breach)
    {
        ulong number = _numbers.Next();
        (int low, int high) = (uint)(number >> 32 & 0xFFFF) < broken ? breach : kept;
        int value = low + (int)((number >> 48) * (ulong)(high - low + 1) >> 16);
        bool isKnown = (uint)number >= missing;
        Known |= (isKnown ? 1 : 0) << _fact++;
        return value;
    }

    /// <summary>A truth value.</summary>
    public bool Draw(bool kept) => Draw((0, 0), (1, 1)) != 0 != kept;
}
