using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ComplianceRules.Engine;

/// <summary>Turns the bits and the places of items into vectors that let only their cells through.</summary>
internal static class ItemMask
{
    private static readonly Vector512<byte> ByteOfLane = Vector512.Create(
        (byte)0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3,
        4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7);

    private static readonly Vector512<byte> BitOfLane = Vector512.Create(0x8040201008040201UL).AsByte();

    /// <summary>The bits of a word that lie between two places.</summary>
    /// <param name="bits">The bits.</param>
    /// <param name="word">The word.</param>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    public static ulong Word(ReadOnlySpan<ulong> bits, int word, int from, int to)
    {
        ulong counted = bits[word];
        if (word == from >> 6) counted &= ulong.MaxValue << (from & 63);
        if (to - (word << 6) < 64) counted &= (1UL << (to & 63)) - 1;
        return counted;
    }

    /// <summary>All bits of the bytes whose bit is set.</summary>
    /// <param name="bits">One bit a byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Bytes(ulong bits)
    {
        Vector512<byte> spread = Vector512.ShuffleNative(Vector512.Create(bits).AsByte(), ByteOfLane) & BitOfLane;
        return Vector512.Equals(spread, BitOfLane);
    }

    /// <summary>All bits of the first bytes.</summary>
    /// <param name="count">How many; from 0 to 127.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> First(int count) => Vector256.GreaterThan(Vector256.Create((sbyte)count), Vector256<sbyte>.Indices).AsByte();

    /// <summary>All bits of the bytes between two places, which may lie before or behind the vector.</summary>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Between(int from, int to) => Vector256.AndNot(First(Math.Clamp(to, 0, 32)), First(Math.Clamp(from, 0, 32)));

    /// <summary>All bits of the bytes between two places, which may lie before or behind the vector.</summary>
    /// <param name="from">The first place.</param>
    /// <param name="to">The place after the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Between512(int from, int to)
    {
        Vector512<sbyte> lanes = Vector512<sbyte>.Indices;
        return (Vector512.GreaterThan(Vector512.Create((sbyte)Math.Clamp(to, 0, 64)), lanes) & Vector512.GreaterThanOrEqual(lanes, Vector512.Create((sbyte)Math.Clamp(from, 0, 64)))).AsByte();
    }

    /// <summary>All bits of the first cells of 16 bits.</summary>
    /// <param name="count">How many; none where negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ushort> FirstUInt16(int count) => Vector256.GreaterThan(Vector256.Create((short)count), Vector256<short>.Indices).AsUInt16();

    /// <summary>Copies the cells whose bit is set; all others become 0.</summary>
    /// <param name="cells">The cells, 64 for each word.</param>
    /// <param name="bits">One bit a cell.</param>
    /// <param name="kept">Takes the cells.</param>
    public static void Keep(ReadOnlySpan<byte> cells, ReadOnlySpan<ulong> bits, Span<byte> kept)
    {
        ref byte from = ref MemoryMarshal.GetReference(cells[..(bits.Length * 64)]);
        ref byte to = ref MemoryMarshal.GetReference(kept[..(bits.Length * 64)]);
        for (int word = 0; word < bits.Length; word++)
        {
            nuint first = (nuint)word * 64;
            if (Vector512.IsHardwareAccelerated)
            {
                (Vector512.LoadUnsafe(ref from, first) & Bytes(bits[word])).StoreUnsafe(ref to, first);
                continue;
            }

            (Vector256.LoadUnsafe(ref from, first) & Bytes((uint)bits[word])).StoreUnsafe(ref to, first);
            (Vector256.LoadUnsafe(ref from, first + 32) & Bytes((uint)(bits[word] >> 32))).StoreUnsafe(ref to, first + 32);
        }
    }

    /// <summary>Copies the cells whose bit is set; all others become 0.</summary>
    /// <param name="cells">The cells, 64 for each word.</param>
    /// <param name="bits">One bit a cell.</param>
    /// <param name="kept">Takes the cells.</param>
    public static void Keep(ReadOnlySpan<ushort> cells, ReadOnlySpan<ulong> bits, Span<ushort> kept)
    {
        ref ushort from = ref MemoryMarshal.GetReference(cells[..(bits.Length * 64)]);
        ref ushort to = ref MemoryMarshal.GetReference(kept[..(bits.Length * 64)]);
        Vector256<ushort> bitOfLane = Vector256.Create((ushort)1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        for (int cell = 0; cell < bits.Length * 64; cell += Vector256<ushort>.Count)
        {
            Vector256<ushort> own = Vector256.Create((ushort)(bits[cell >> 6] >> cell)) & bitOfLane;
            (Vector256.LoadUnsafe(ref from, (nuint)cell) & Vector256.Equals(own, bitOfLane)).StoreUnsafe(ref to, (nuint)cell);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Bytes(uint bits)
    {
        Vector256<byte> bitOfLane = Vector256.Create(0x8040201008040201UL).AsByte();
        Vector256<byte> spread = Avx2.Shuffle(Vector256.Create(bits).AsByte(), Vector256.Create(0UL, 0x0101010101010101, 0x0202020202020202, 0x0303030303030303).AsByte());
        return Vector256.Equals(spread & bitOfLane, bitOfLane);
    }
}
