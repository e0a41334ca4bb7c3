using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The answers of one condition for the rows at hand: one bit a row where it is true, one where it is false, none of both where it is unknown.</summary>
/// <remarks>For one thread; used again for one block of rows after the other. Bits beyond the rows at hand mean nothing. Where no answer is unknown, one side is made of the other when it is asked for.</remarks>
internal sealed class TruthBuffer
{
    private ulong[] _true = [];
    private ulong[] _false = [];
    private TruthBuffer? _same;
    private FactColumn? _knownOf;
    private int _first;
    private bool _hasTrue;
    private bool _hasFalse;
    private int _words;

    /// <summary>Of which block the answers are.</summary>
    public long Stamp { get; private set; } = -1;

    /// <summary>Whether no answer is unknown, so that what is not true is false.</summary>
    public bool IsTotal { get; private set; }

    /// <summary>The rows for which the condition is true.</summary>
    public Span<ulong> True
    {
        get
        {
            if (_same is not null) return _same.True;
            Part();
            if (_hasTrue) return _true.AsSpan(0, _words);
            Bitmaps.Not(_false.AsSpan(0, _words), Room(ref _true));
            _hasTrue = true;
            return _true.AsSpan(0, _words);
        }
    }

    /// <summary>The rows for which it is false.</summary>
    public Span<ulong> False
    {
        get
        {
            if (_same is not null) return _same.False;
            Part();
            if (_hasFalse) return _false.AsSpan(0, _words);
            Bitmaps.Not(_true.AsSpan(0, _words), Room(ref _false));
            _hasFalse = true;
            return _false.AsSpan(0, _words);
        }
    }

    /// <summary>The answers as they are at hand.</summary>
    public AnswerBits Bits
    {
        get
        {
            if (_same is not null) return _same.Bits;
            if (_knownOf is not null) return new AnswerBits { Bits = Settled, IsFalse = _hasFalse, Known = Known };
            return IsTotal ? new AnswerBits { Bits = Settled, IsFalse = _hasFalse } : Sides;
        }
    }

    /// <summary>The answers by both sides.</summary>
    public AnswerBits Sides => new() { Bits = False, IsFalse = true, True = True };

    private Span<ulong> Settled => (_hasFalse ? _false : _true).AsSpan(0, _words);

    private ReadOnlySpan<ulong> Known => _knownOf!.Known.Slice(_first / ValidityBits.PerWord, _words);

    /// <summary>Makes room for the answers of a block.</summary>
    public void Begin(long stamp, int words)
    {
        (Stamp, _words, IsTotal, _hasTrue, _hasFalse, _same, _knownOf) = (stamp, words, true, true, false, null, null);
        Room(ref _true);
    }

    /// <summary>Lets go of the facts that answers were made of; there are none then.</summary>
    public void Release() => (Stamp, _knownOf) = (-1, null);

    /// <summary>Says that answers may be unknown, and gives the room for those that are false.</summary>
    public Span<ulong> Open()
    {
        _ = True;
        (IsTotal, _hasTrue, _hasFalse) = (false, true, true);
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

    /// <summary>Says the same as another condition.</summary>
    /// <param name="other">Its answers for the same rows.</param>
    public void SetSame(TruthBuffer other) => (_same, IsTotal) = (other, other.IsTotal);

    /// <summary>Takes bits of which it is not known for every row whether they count.</summary>
    /// <param name="isOpposite">Whether a bit means false.</param>
    /// <param name="known">The rows whose bit counts; empty where all do.</param>
    public void Settle(bool isOpposite, ReadOnlySpan<ulong> known)
    {
        if (isOpposite) (_true, _false, _hasTrue, _hasFalse) = (_false, _true, false, true);
        if (known.IsEmpty) return;
        if (isOpposite) Bitmaps.Split(False, known, Room(ref _true));
        else Bitmaps.Split(True, known, Room(ref _false));
        (IsTotal, _hasTrue, _hasFalse) = (false, true, true);
    }

    /// <summary>Takes bits that count where a value is known; they are parted when somebody asks for a side.</summary>
    /// <param name="isOpposite">Whether a bit means false.</param>
    /// <param name="column">The values.</param>
    /// <param name="first">The row of the first bit, a multiple of 64.</param>
    public void Settle(bool isOpposite, FactColumn column, int first)
    {
        if (isOpposite) (_true, _false, _hasTrue, _hasFalse) = (_false, _true, false, true);
        if (!column.IsTotal) (IsTotal, _knownOf, _first) = (false, column, first);
    }

    private void Part()
    {
        if (_knownOf is null) return;
        if (_hasFalse) Bitmaps.Split(Settled, Known, Room(ref _true));
        else Bitmaps.Split(Settled, Known, Room(ref _false));
        (_knownOf, _hasTrue, _hasFalse) = (null, true, true);
    }

    private Span<ulong> Room(ref ulong[] words)
    {
        if (words.Length < _words) words = new ulong[_words];
        return words.AsSpan(0, _words);
    }
}
