namespace ComplianceRules.Engine;

/// <summary>The answers of one condition for the rows at hand: one bit a row where it is true, one where it is false, none of both where it is unknown.</summary>
/// <remarks>For one thread; used again for one block of rows after the other. Bits beyond the rows at hand mean nothing.</remarks>
internal sealed class TruthBuffer
{
    private ulong[] _true = [];
    private ulong[] _false = [];
    private bool _hasFalse;
    private int _words;

    /// <summary>Of which block the answers are.</summary>
    public long Stamp { get; private set; } = -1;

    /// <summary>Whether no answer is unknown, so that what is not true is false.</summary>
    public bool IsTotal { get; private set; }

    /// <summary>The rows for which the condition is true.</summary>
    public Span<ulong> True => _true.AsSpan(0, _words);

    /// <summary>The rows for which it is false.</summary>
    public Span<ulong> False
    {
        get
        {
            if (_hasFalse) return _false.AsSpan(0, _words);
            Bitmaps.Not(True, Room(ref _false));
            _hasFalse = true;
            return _false.AsSpan(0, _words);
        }
    }

    /// <summary>Makes room for the answers of a block.</summary>
    public void Begin(long stamp, int words)
    {
        (Stamp, _words, IsTotal, _hasFalse) = (stamp, words, true, false);
        Room(ref _true);
    }

    /// <summary>Says that answers may be unknown, and gives the room for those that are false.</summary>
    public Span<ulong> Open()
    {
        (IsTotal, _hasFalse) = (false, true);
        return Room(ref _false);
    }

    /// <summary>Says that every answer is unknown.</summary>
    public void SetUnknown()
    {
        True.Clear();
        Open().Clear();
    }

    /// <summary>Says of every row the same.</summary>
    public void SetAll(bool truth) => True.Fill(truth ? ulong.MaxValue : 0);

    /// <summary>Takes bits of which it is not known for every row whether they count.</summary>
    /// <param name="isOpposite">Whether a bit means false.</param>
    /// <param name="known">The rows whose bit counts; empty where all do.</param>
    public void Settle(bool isOpposite, ReadOnlySpan<ulong> known)
    {
        if (isOpposite) Bitmaps.Not(True, True);
        if (known.IsEmpty) return;
        Bitmaps.AndNot(known, True, Open());
        Bitmaps.And(known, True, True);
    }

    private Span<ulong> Room(ref ulong[] words)
    {
        if (words.Length < _words) words = new ulong[_words];
        return words.AsSpan(0, _words);
    }
}
