using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>Counts lines and columns while bytes go by.</summary>
/// <remarks>Lines end with LF, CR LF or CR; columns count UTF-16 units. Both begin with 1.</remarks>
/// <param name="line">The line of the first byte.</param>
/// <param name="column">The column of the first byte.</param>
internal sealed class TextPosition(int line, int column)
{
    private const byte LineFeed = (byte)'\n';
    private const byte Return = (byte)'\r';
    private const byte FirstBeyondAscii = 0x80;

    private bool _afterReturn;

    public int Line { get; private set; } = line;

    public int Column { get; private set; } = column;

    /// <summary>Goes past bytes; a character is never cut between two calls.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[PassVectors(bytes)..];
        while (!bytes.IsEmpty && bytes[0] < FirstBeyondAscii)
        {
            if (bytes[0] is LineFeed or Return) PassEnd(bytes[0]);
            else PassPlain(1);
            bytes = bytes[1..];
        }

        if (!bytes.IsEmpty) PassText(bytes);
    }

    /// <summary>Goes past bytes, at least a vector of them, that are all on one line and one unit each.</summary>
    /// <returns>Whether they are; else it has gone nowhere.</returns>
    public bool TryPassPlain(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Vector512<byte>.Count) return false;
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        nuint last = (nuint)(bytes.Length - Vector512<byte>.Count);
        Vector512<byte> others = NotPlain(Vector512.LoadUnsafe(ref start, last));
        for (nuint at = 0; at < last; at += (nuint)Vector512<byte>.Count) others |= NotPlain(Vector512.LoadUnsafe(ref start, at));
        bool isPlain = others.ExtractMostSignificantBits() == 0;
        if (isPlain) PassPlain(bytes.Length);
        return isPlain;
    }

    // The highest bit of line ends, and of bytes that are no ASCII.
    private static Vector512<byte> NotPlain(Vector512<byte> bytes) =>
        bytes | Vector512.Equals(bytes, Vector512.Create(LineFeed)) | Vector512.Equals(bytes, Vector512.Create(Return));

    // Whole vectors of ASCII, and the rest with as much before it as makes a vector.
    private int PassVectors(ReadOnlySpan<byte> bytes)
    {
        int passed = 0;
        ref byte start = ref MemoryMarshal.GetReference(bytes);
        while (passed < bytes.Length && bytes.Length >= Vector256<byte>.Count)
        {
            int again = Math.Max(passed + Vector256<byte>.Count - bytes.Length, 0);
            Vector256<byte> vector = Vector256.LoadUnsafe(ref start, (nuint)(passed - again));
            if (vector.ExtractMostSignificantBits() != 0) return passed;
            uint returns = Vector256.Equals(vector, Vector256.Create(Return)).ExtractMostSignificantBits() >> again;
            uint feeds = Vector256.Equals(vector, Vector256.Create(LineFeed)).ExtractMostSignificantBits() >> again;
            int length = Vector256<byte>.Count - again;
            if ((returns | feeds) == 0) PassPlain(length);
            else PassEnds(returns, feeds, length);
            passed += length;
        }

        return passed;
    }

    /// <summary>Goes past characters of one byte each, none of which ends a line.</summary>
    public void PassPlain(int characters)
    {
        Column += characters;
        _afterReturn = false;
    }

    private void PassEnds(uint returns, uint feeds, int length)
    {
        uint secondHalves = feeds & ((returns << 1) | (_afterReturn ? 1U : 0U));
        uint ends = returns | feeds;
        Line += BitOperations.PopCount(ends) - BitOperations.PopCount(secondHalves);
        Column = length - BitOperations.Log2(ends);
        _afterReturn = (returns >> (length - 1) & 1) != 0;
    }

    private void PassText(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOfAny(LineFeed, Return);
            if (end == 0) PassEnd(bytes[0]);
            ReadOnlySpan<byte> text = end < 0 ? bytes : bytes[..end];
            if (end != 0) PassPlain(Encoding.UTF8.GetCharCount(text));
            bytes = bytes[Math.Max(text.Length, 1)..];
        }
    }

    private void PassEnd(byte end)
    {
        bool secondHalf = _afterReturn && end == LineFeed;
        if (!secondHalf) Line++;
        Column = 1;
        _afterReturn = end == Return;
    }
}
