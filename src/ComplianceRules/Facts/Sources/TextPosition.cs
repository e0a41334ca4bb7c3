using System.Runtime.CompilerServices;
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

    private bool _afterReturn;

    public int Line { get; private set; } = line;

    public int Column { get; private set; } = column;

    /// <summary>Goes past bytes; a character is never cut between two calls.</summary>
    public void Pass(ReadOnlySpan<byte> bytes)
    {
        int plain = PlainBytes(bytes);
        if (plain > 0)
        {
            Column += plain;
            _afterReturn = false;
            bytes = bytes[plain..];
        }

        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOfAny(LineFeed, Return);
            if (end != 0)
            {
                ReadOnlySpan<byte> text = end < 0 ? bytes : bytes[..end];
                Column += Encoding.UTF8.GetCharCount(text);
                _afterReturn = false;
                bytes = bytes[text.Length..];
                continue;
            }

            bool secondHalf = _afterReturn && bytes[0] == LineFeed;
            if (!secondHalf) Line++;
            Column = 1;
            _afterReturn = bytes[0] == Return;
            bytes = bytes[1..];
        }
    }

    // Whole vectors of characters of one byte, from which lines do not end: most of what is compact JSON.
    private static int PlainBytes(ReadOnlySpan<byte> bytes)
    {
        int passed = 0;
        ref sbyte start = ref Unsafe.As<byte, sbyte>(ref MemoryMarshal.GetReference(bytes));
        while (bytes.Length - passed >= Vector256<sbyte>.Count && Vector256.GreaterThanAll(Vector256.LoadUnsafe(ref start, (nuint)passed), Vector256.Create((sbyte)Return)))
            passed += Vector256<sbyte>.Count;
        int rest = bytes.Length - passed;
        if (rest >= Vector256<sbyte>.Count || passed == 0) return passed;
        nuint last = (nuint)(bytes.Length - Vector256<sbyte>.Count);
        return Vector256.GreaterThanAll(Vector256.LoadUnsafe(ref start, last), Vector256.Create((sbyte)Return)) ? bytes.Length : passed;
    }
}
