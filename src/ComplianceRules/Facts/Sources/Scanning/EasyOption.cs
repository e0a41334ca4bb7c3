using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The key of an option with its quotes, short enough to be compared at once.</summary>
internal sealed class EasyOption
{
    private const int MostBytes = 14;

    private readonly Vector128<byte> _bytes;
    private readonly Vector128<byte> _mask;

    private EasyOption(Vector128<byte> bytes, Vector128<byte> mask, int length, int option)
    {
        (_bytes, _mask, Length, Option) = (bytes, mask, length, option);
    }

    /// <summary>Stands for no option.</summary>
    public static EasyOption None { get; } = new(Vector128<byte>.AllBitsSet, Vector128<byte>.AllBitsSet, 0, -1);

    /// <summary>The bytes with both quotes.</summary>
    public int Length { get; }

    /// <summary>The option's place among those declared.</summary>
    public int Option { get; }

    /// <summary>The first four bytes behind the opening quote, as they stand before a member in the same object.</summary>
    public uint Start { get; private init; }

    /// <summary>Whether the key stands here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(ref byte at) => ((Vector128.LoadUnsafe(ref at) ^ _bytes) & _mask) == Vector128<byte>.Zero;

    /// <summary>The options of a field in their order; <see cref="None"/> for keys that are too long, or stand otherwise in JSON.</summary>
    public static EasyOption[] Of(FieldSchema field) => [.. field.Options.Select((option, place) => Of(option.Key, place))];

    private static EasyOption Of(string key, int place)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(key);
        if (utf8.Length > MostBytes || !RowKeys.IsWrittenAsItIs(key)) return None;
        Span<byte> bytes = stackalloc byte[Vector128<byte>.Count];
        Span<byte> mask = stackalloc byte[Vector128<byte>.Count];
        bytes.Clear();
        mask.Clear();
        utf8.CopyTo(bytes[1..]);
        (bytes[0], bytes[utf8.Length + 1]) = (JsonText.Quote, JsonText.Quote);
        mask[..(utf8.Length + 2)].Fill(byte.MaxValue);
        return new EasyOption(Vector128.Create<byte>(bytes), Vector128.Create<byte>(mask), utf8.Length + 2, place) { Start = StartOf(utf8) };
    }

    private static uint StartOf(byte[] utf8) => BinaryPrimitives.ReadUInt32LittleEndian([.. utf8.AsSpan(0, Math.Min(utf8.Length, sizeof(uint))), .. "\",\"\""u8]);
}
