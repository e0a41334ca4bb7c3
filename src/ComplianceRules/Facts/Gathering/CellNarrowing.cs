using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Makes narrow cells of whole numbers that fit into them.</summary>
internal static class CellNarrowing
{
    /// <summary>Numbers of 0 to 255.</summary>
    public static void ToBytes(ReadOnlySpan<int> from, Span<byte> to)
    {
        ref int source = ref MemoryMarshal.GetReference(from);
        ref byte target = ref MemoryMarshal.GetReference(to[..from.Length]);
        int at = 0;
        for (; at <= from.Length - (4 * Vector128<int>.Count); at += 4 * Vector128<int>.Count)
            Vector128.Narrow(Shorts(ref source, at), Shorts(ref source, at + Vector128<ushort>.Count)).StoreUnsafe(ref target, (nuint)at);
        for (; at < from.Length; at++) to[at] = (byte)from[at];
    }

    /// <summary>Numbers of 0 to 65,535.</summary>
    public static void ToShorts(ReadOnlySpan<int> from, Span<ushort> to)
    {
        ref int source = ref MemoryMarshal.GetReference(from);
        ref ushort target = ref MemoryMarshal.GetReference(to[..from.Length]);
        int at = 0;
        for (; at <= from.Length - Vector128<ushort>.Count; at += Vector128<ushort>.Count) Shorts(ref source, at).StoreUnsafe(ref target, (nuint)at);
        for (; at < from.Length; at++) to[at] = (ushort)from[at];
    }

    private static Vector128<ushort> Shorts(ref int source, int at) =>
        Vector128.Narrow(Vector128.LoadUnsafe(ref source, (nuint)at).AsUInt32(), Vector128.LoadUnsafe(ref source, (nuint)(at + Vector128<int>.Count)).AsUInt32());
}
