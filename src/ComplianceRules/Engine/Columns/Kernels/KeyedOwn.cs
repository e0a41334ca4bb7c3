using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Puts beside each other the limits of the rows' own keys, for runs so short that comparing each by itself costs more.</summary>
internal static class KeyedOwn
{
    /// <summary>Whether the processor can pick limits fast enough.</summary>
    public static bool IsSupported => Avx512Vbmi.IsSupported && Avx512BW.IsSupported;

    /// <summary>Puts down the limits of some rows; what lies after them, up to the length of a vector, is overwritten.</summary>
    /// <param name="kind">How wide the cells are that will be compared: 8 or 16 bits, or double precision.</param>
    /// <param name="keys">The keys from row 0 on, as far as the column goes.</param>
    /// <param name="limits">The limits by key.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="own">Takes the limits of the rows, from row 0 on, as wide as the cells.</param>
    public static void Put(CellKind kind, ReadOnlySpan<byte> keys, KeyedLimits limits, Range rows, Span<byte> own)
    {
        (int at, int count) = rows.GetOffsetAndLength(keys.Length);
        if (kind == CellKind.Byte) Bytes(keys[at..], limits.Bytes, own[at..], count);
        else if (kind == CellKind.UInt16) UInt16s(keys[at..], limits.UInt16s, MemoryMarshal.Cast<byte, ushort>(own)[at..], count);
        else Doubles(keys[at..], limits.Doubles, MemoryMarshal.Cast<byte, double>(own)[at..], count);
    }

    private static void Bytes(ReadOnlySpan<byte> keys, ReadOnlySpan<byte> limits, Span<byte> own, int count)
    {
        ref byte key = ref MemoryMarshal.GetReference(keys);
        Vector512<byte> table = Vector512.Create(limits);
        int row = 0;
        for (; row < count && row + Vector512<byte>.Count <= Math.Min(keys.Length, own.Length); row += Vector512<byte>.Count)
            Avx512Vbmi.PermuteVar64x8(table, Vector512.LoadUnsafe(ref key, (nuint)row)).StoreUnsafe(ref MemoryMarshal.GetReference(own), (nuint)row);
        for (; row < count; row++) own[row] = limits[keys[row]];
    }

    private static void UInt16s(ReadOnlySpan<byte> keys, ReadOnlySpan<ushort> limits, Span<ushort> own, int count)
    {
        ref byte key = ref MemoryMarshal.GetReference(keys);
        Vector512<ushort> low = Vector512.Create(limits[..32]), high = Vector512.Create(limits[32..]);
        int row = 0;
        for (; row < count && row + Vector512<ushort>.Count <= Math.Min(keys.Length, own.Length); row += Vector512<ushort>.Count)
        {
            Vector512<ushort> wide = Avx512BW.ConvertToVector512UInt16(Vector256.LoadUnsafe(ref key, (nuint)row));
            Avx512BW.PermuteVar32x16x2(low, wide, high).StoreUnsafe(ref MemoryMarshal.GetReference(own), (nuint)row);
        }

        for (; row < count; row++) own[row] = limits[keys[row]];
    }

    private static void Doubles(ReadOnlySpan<byte> keys, ReadOnlySpan<double> limits, Span<double> own, int count)
    {
        ref byte key = ref MemoryMarshal.GetReference(keys);
        Vector512<double> low = Vector512.Create(limits[..8]), high = Vector512.Create(limits[8..16]);
        int row = 0;
        for (; row < count && row + Vector512<double>.Count <= Math.Min(keys.Length, own.Length); row += Vector512<double>.Count)
        {
            Vector512<long> wide = Avx512F.ConvertToVector512Int64(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref key, row))).AsByte());
            Avx512F.PermuteVar8x64x2(low, wide, high).StoreUnsafe(ref MemoryMarshal.GetReference(own), (nuint)row);
        }

        for (; row < count; row++) own[row] = limits[keys[row]];
    }
}
