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
    public bool this[int row] => row >> Shift < _pieces.Count && _pieces[row >> Shift] is { } piece && (row & Mask) / ValidityBits.PerWord < piece.Length && ValidityBits.Get(piece, row & Mask);

    public void Set(int row)
    {
        ref ulong word = ref Piece(row, 1)[(row & Mask) / ValidityBits.PerWord];
        ulong bit = 1UL << (row % ValidityBits.PerWord);
        if ((word & bit) == 0) Count++;
        word |= bit;
    }

    /// <summary>Sets the bits of rows that have none.</summary>
    /// <param name="row">The first row.</param>
    /// <param name="count">How many they are.</param>
    public void Set(int row, int count)
    {
        for (int at = row; at < row + count;)
        {
            int some = Math.Min(row + count - at, ValidityBits.PerWord - (at % ValidityBits.PerWord));
            Piece(at, row + count - at)[(at & Mask) / ValidityBits.PerWord] |= (ulong.MaxValue >> (ValidityBits.PerWord - some)) << (at % ValidityBits.PerWord);
            at += some;
        }

        Count += count;
    }

    public void Clear(int row)
    {
        if (!this[row]) return;
        _pieces[row >> Shift]![(row & Mask) / ValidityBits.PerWord] &= ~(1UL << (row % ValidityBits.PerWord));
        Count--;
    }

    // Few rows need little room: a piece grows to hold the rows that are set, not behind its end.
    private ulong[] Piece(int row, int count)
    {
        while (_pieces.Count <= row >> Shift) _pieces.Add(null);
        ulong[] piece = _pieces[row >> Shift] ?? [];
        int needed = (Math.Min((row & Mask) + count - 1, Mask) / ValidityBits.PerWord) + 1;
        if (piece.Length >= needed) return piece;
        Array.Resize(ref piece, Math.Min(ValidityBits.Words(Mask), Math.Max(piece.Length * 2, needed)));
        _pieces[row >> Shift] = piece;
        return piece;
    }
}
