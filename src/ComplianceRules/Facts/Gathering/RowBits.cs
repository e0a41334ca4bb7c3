namespace ComplianceRules.Facts;

/// <summary>A bit for each row, in pieces; where no bit is set there is no piece.</summary>
internal sealed class RowBits
{
    private const int Shift = 16;
    private const int Mask = (1 << Shift) - 1;

    private readonly List<ulong[]?> _pieces = [];

    /// <summary>How many bits are set.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the bit of a row is set.</summary>
    public bool this[int row] => row >> Shift < _pieces.Count && _pieces[row >> Shift] is { } piece && ValidityBits.Get(piece, row & Mask);

    public void Set(int row)
    {
        while (_pieces.Count <= row >> Shift) _pieces.Add(null);
        ref ulong word = ref (_pieces[row >> Shift] ??= new ulong[ValidityBits.Words(Mask)])[(row & Mask) / ValidityBits.PerWord];
        ulong bit = 1UL << (row % ValidityBits.PerWord);
        if ((word & bit) == 0) Count++;
        word |= bit;
    }

    public void Clear(int row)
    {
        if (!this[row]) return;
        _pieces[row >> Shift]![(row & Mask) / ValidityBits.PerWord] &= ~(1UL << (row % ValidityBits.PerWord));
        Count--;
    }
}
