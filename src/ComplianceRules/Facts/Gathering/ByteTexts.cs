using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Texts as UTF-8 one behind the other, in pieces; each is called by its place.</summary>
internal sealed class ByteTexts
{
    private const int OffsetBits = 16;
    private const int PieceLength = 1 << OffsetBits;
    private const int FirstLength = 1 << 8;
    private const byte LongMark = byte.MaxValue;

    private readonly List<byte[]> _pieces = [];
    private int _end;

    /// <summary>The text of a place.</summary>
    public ReadOnlySpan<byte> this[int place]
    {
        get
        {
            ReadOnlySpan<byte> at = _pieces[place >>> OffsetBits].AsSpan(place & (PieceLength - 1));
            return at[0] == LongMark
                ? at.Slice(1 + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(at[1..]))
                : at.Slice(1, at[0]);
        }
    }

    /// <summary>How many bytes the text of a place takes.</summary>
    public int LengthAt(int place)
    {
        byte length = _pieces[place >>> OffsetBits][place & (PieceLength - 1)];
        return length < LongMark ? length : this[place].Length;
    }

    /// <summary>Copies the texts of places one behind the other.</summary>
    /// <param name="places">The places, 0 for none; takes where each text begins.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="watch">Looks whether the work is to stop.</param>
    /// <returns>Where the last one ends.</returns>
    public int CopyAll(Span<int> places, Span<byte> to, CancellationWatch watch)
    {
        int end = 0;
        for (int i = 0; i < places.Length; i++)
        {
            watch.LookAt(i);
            // A place is read before the start that goes there is written.
            int place = places[i];
            places[i] = end;
            if (place != 0) end += CopyTo(place, to[end..]);
        }

        return end;
    }

    /// <summary>Copies the text of a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="to">Where it goes, with everything that may be written over.</param>
    /// <returns>How many bytes it takes.</returns>
    public int CopyTo(int place, Span<byte> to)
    {
        byte[] piece = _pieces[place >>> OffsetBits];
        int at = (place & (PieceLength - 1)) + 1;
        int length = piece[at - 1];

        // A whole vector for a short text, where both sides have so much.
        if (length <= Vector128<byte>.Count && to.Length >= Vector128<byte>.Count && piece.Length - at >= Vector128<byte>.Count)
        {
            Vector128.LoadUnsafe(ref piece[at]).StoreUnsafe(ref MemoryMarshal.GetReference(to));
            return length;
        }

        ReadOnlySpan<byte> text = this[place];
        text.CopyTo(to);
        return text.Length;
    }

    /// <summary>Keeps a text.</summary>
    /// <returns>Its place; never 0.</returns>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        int head = utf8.Length < LongMark ? 1 : 1 + sizeof(int);
        if (_pieces.Count == 0 || head + utf8.Length > _pieces[^1].Length - _end) Open(head + utf8.Length);
        Span<byte> to = _pieces[^1].AsSpan(_end);
        if (head == 1) to[0] = (byte)utf8.Length;
        else
        {
            to[0] = LongMark;
            BinaryPrimitives.WriteInt32LittleEndian(to[1..], utf8.Length);
        }

        utf8.CopyTo(to[head..]);
        int place = ((_pieces.Count - 1) << OffsetBits) | _end;
        _end += head + utf8.Length;
        return place;
    }

    // The first byte of the first piece stays free, so that no text has the place 0. A text larger than a piece has one of its own, which is full with it.
    private void Open(int length)
    {
        if (_pieces.Count == 1 && _end + length <= PieceLength)
        {
            _pieces[0] = Longer(_pieces[0], _end + length);
            return;
        }

        if (_pieces.Count > ushort.MaxValue) throw new InsufficientMemoryException("the ids of a table, or the texts of a column, take more than four gigabytes");
        int start = _pieces.Count == 0 ? 1 : 0;
        _pieces.Add(new byte[Math.Max(_pieces.Count == 0 ? FirstLength : PieceLength, start + length)]);
        _end = start;
    }

    // Few rows need little room: the first piece grows, and what was read of it before stays as it is.
    private static byte[] Longer(byte[] piece, int length)
    {
        Array.Resize(ref piece, Math.Min(PieceLength, Math.Max(piece.Length * 2, length)));
        return piece;
    }
}
