using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>The id of the row.</summary>
internal sealed class IdKey : RowKey
{
    private const int LongestEasy = 15;

    private readonly byte _lineFeed;

    /// <summary>Makes a key.</summary>
    /// <param name="name">The key.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public IdKey(string name, byte lineFeed)
        : base(name, RowKeyKind.Id) => _lineFeed = lineFeed;

    public override RowKeyRole Role => RowKeyRole.Id;

    /// <summary>Reads a text of less than a vector of characters of one byte, none of which is a blank or means anything else.</summary>
    /// <param name="at">Its opening quote.</param>
    /// <param name="row">The row.</param>
    /// <param name="window">Where places are counted from.</param>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadEasily(ref byte at, OpenRow row, ref byte window)
    {
        Vector128<byte> text = Vector128.LoadUnsafe(ref at, 1);
        Vector128<byte> quotes = Vector128.Equals(text, Vector128.Create(JsonText.Quote));
        Vector128<byte> others = Vector128.LessThanOrEqual(text.AsSByte(), Vector128.Create((sbyte)' ')).AsByte() | Vector128.Equals(text, Vector128.Create((byte)'\\'))
            | Vector128.Equals(text, Vector128.Create((byte)'|')) | Vector128.Equals(text, Vector128.Create((byte)'/')) | Vector128.Equals(text, Vector128.Create((byte)'%'));
        uint ends = quotes.ExtractMostSignificantBits();
        int length = BitOperations.TrailingZeroCount(ends);
        uint before = (1U << length) - 1;
        if (at != JsonText.Quote || (uint)(length - 1) >= LongestEasy || (others.ExtractMostSignificantBits() & before) != 0) return 0;
        row.Identify(text, length, (int)Unsafe.ByteOffset(ref window, ref at));
        return length + 2;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = IdText.Read(ref at, _lineFeed, out ReadOnlySpan<byte> id);
        return taken > 0 && row.TryIdentify(id) ? -taken : 0;
    }
}
