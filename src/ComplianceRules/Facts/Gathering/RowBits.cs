namespace ComplianceRules.Facts;

/// <summary>A bit for each row, in pieces; where no bit is set there is no piece.</summary>
internal sealed class RowBits
{
    private const int Words = RowChunks.Rows / ValidityBits.PerWord;

    private readonly List<ulong[]?> _chunks = [];

    /// <summary>How many bits are set.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the bit of a row is set.</summary>
    public bool this[int row]
    {
        get
        {
            int at = row >> RowChunks.Shift;
            return at < _chunks.Count && _chunks[at] is { } chunk && ValidityBits.Get(chunk, row & RowChunks.Mask);
        }
    }

    public void Set(int row)
    {
        int at = row >> RowChunks.Shift;
        while (_chunks.Count <= at) _chunks.Add(null);
        ulong[] chunk = _chunks[at] ??= new ulong[Words];
        ref ulong word = ref chunk[(row & RowChunks.Mask) / ValidityBits.PerWord];
        ulong bit = 1UL << (row % ValidityBits.PerWord);
        if ((word & bit) == 0) Count++;
        word |= bit;
    }

    public void Clear(int row)
    {
        if (!this[row]) return;
        _chunks[row >> RowChunks.Shift]![(row & RowChunks.Mask) / ValidityBits.PerWord] &= ~(1UL << (row % ValidityBits.PerWord));
        Count--;
    }
}
