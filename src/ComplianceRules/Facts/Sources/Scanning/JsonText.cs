using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace ComplianceRules.Facts;

/// <summary>Finds the ends of texts and blanks in the bytes of JSON, a vector at a time.</summary>
/// <remarks>What is read must be followed by a vector of bytes that neither a text nor blanks may hold.</remarks>
internal static class JsonText
{
    /// <summary>The byte before and behind a text.</summary>
    public const byte Quote = (byte)'"';

    /// <summary>The bytes of the word null.</summary>
    public const int LengthOfNull = 4;

    private const byte Escape = (byte)'\\';
    private const byte Blank = (byte)' ';

    /// <summary>The length of a text.</summary>
    /// <param name="text">The first byte behind the opening quote.</param>
    /// <returns>The bytes up to the closing quote; -1 where an escape, a control character or bytes that are no UTF-8 come first.</returns>
    public static int Length(ref byte text)
    {
        int length = Length(ref text, out bool isAscii);
        return isAscii || length < 0 || Utf8.IsValid(MemoryMarshal.CreateReadOnlySpan(ref text, length)) ? length : -1;
    }

    /// <summary>The length of a text that may be no UTF-8.</summary>
    /// <param name="text">The first byte behind the opening quote.</param>
    /// <param name="isAscii">Whether every byte of it is a character.</param>
    /// <returns>The bytes up to the closing quote; -1 where an escape or a control character comes first.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Length(ref byte text, out bool isAscii)
    {
        uint beyond = 0;
        for (int at = 0; ; at += Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref text, (nuint)at);
            Vector256<byte> ends = Vector256.Equals(bytes, Vector256.Create(Quote)) | Vector256.Equals(bytes, Vector256.Create(Escape)) | Vector256.LessThan(bytes, Vector256.Create(Blank));
            (uint stops, uint wide) = (ends.ExtractMostSignificantBits(), bytes.ExtractMostSignificantBits());
            if (stops == 0)
            {
                beyond |= wide;
                continue;
            }

            int end = BitOperations.TrailingZeroCount(stops);
            isAscii = (beyond | (wide & ((1U << end) - 1))) == 0;
            return Unsafe.Add(ref text, at + end) == Quote ? at + end : -1;
        }
    }

    /// <summary>How many blanks stand here.</summary>
    /// <param name="at">Where they may begin.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public static int Blanks(ref byte at, byte lineFeed)
    {
        if (at > Blank) return 0;
        for (int passed = 0; ; passed += Vector256<byte>.Count)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref at, (nuint)passed);
            Vector256<byte> blanks = Vector256.Equals(bytes, Vector256.Create(Blank)) | Vector256.Equals(bytes, Vector256.Create((byte)'\t'))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\r')) | Vector256.Equals(bytes, Vector256.Create(lineFeed));
            uint others = ~blanks.ExtractMostSignificantBits();
            if (others != 0) return passed + BitOperations.TrailingZeroCount(others);
        }
    }

    /// <summary>The bytes of the word null where it stands here, else 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Null(ref byte at) => Unsafe.ReadUnaligned<uint>(ref at) == Unsafe.ReadUnaligned<uint>(ref MemoryMarshal.GetReference("null"u8)) ? LengthOfNull : 0;
}
