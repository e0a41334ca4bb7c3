using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether all cells are possible where every value is known: nothing need be told of single rows.</summary>
/// <remarks>Whole groups of rows, so that there is no rest behind the last vector.</remarks>
internal static class TotalCellCheck
{
    /// <summary>Whether all cells are possible.</summary>
    /// <param name="kind">How wide the cells are.</param>
    /// <param name="cells">The cells of whole groups of rows.</param>
    /// <param name="bounds">The cells that values can have; see <see cref="CellCheck"/>.</param>
    public static bool IsSound(CellKind kind, ReadOnlySpan<byte> cells, CellBounds bounds) => kind switch
    {
        CellKind.Bit => true,
        CellKind.Byte => AreBytes(cells, bounds.Within(byte.MinValue, byte.MaxValue)),
        CellKind.UInt16 => AreUInt16s(MemoryMarshal.Cast<byte, ushort>(cells), bounds.Within(ushort.MinValue, ushort.MaxValue)),
        CellKind.Int32 => AreInt32s(MemoryMarshal.Cast<byte, int>(cells), bounds.Within(int.MinValue, int.MaxValue)),
        _ => AreSets(MemoryMarshal.Cast<byte, ulong>(cells), (ulong)bounds.High),
    };

    /// <summary>Whether all numbers lie in a range.</summary>
    public static bool AreIn(ReadOnlySpan<double> cells, NumberRange range)
    {
        ref double first = ref MemoryMarshal.GetReference(cells);
        (Vector512<double> low, Vector512<double> high) = (Vector512.Create(range.Low), Vector512.Create(range.High));
        Vector512<double> possible = Vector512<double>.AllBitsSet;
        for (nuint at = 0; at < (nuint)cells.Length; at += (nuint)Vector512<double>.Count)
        {
            Vector512<double> some = Vector512.LoadUnsafe(ref first, at);
            possible &= Vector512.GreaterThanOrEqual(some, low) & Vector512.LessThanOrEqual(some, high);
        }

        return possible.AsUInt64() == Vector512<ulong>.AllBitsSet;
    }

    private static bool AreBytes(ReadOnlySpan<byte> cells, CellBounds bounds)
    {
        if (bounds is { Low: byte.MinValue, High: byte.MaxValue }) return true;
        ref byte first = ref MemoryMarshal.GetReference(cells);
        (Vector512<byte> least, Vector512<byte> most) = (Vector512<byte>.AllBitsSet, Vector512<byte>.Zero);
        for (nuint at = 0; at < (nuint)cells.Length; at += (nuint)Vector512<byte>.Count)
        {
            Vector512<byte> some = Vector512.LoadUnsafe(ref first, at);
            (least, most) = (Vector512.Min(least, some), Vector512.Max(most, some));
        }

        return cells.IsEmpty || (!bounds.IsEmpty && Vector512.GreaterThanOrEqualAll(least, Vector512.Create((byte)bounds.Low)) && Vector512.LessThanOrEqualAll(most, Vector512.Create((byte)bounds.High)));
    }

    private static bool AreUInt16s(ReadOnlySpan<ushort> cells, CellBounds bounds)
    {
        if (bounds is { Low: ushort.MinValue, High: ushort.MaxValue }) return true;
        ref ushort first = ref MemoryMarshal.GetReference(cells);
        (Vector512<ushort> least, Vector512<ushort> most) = (Vector512<ushort>.AllBitsSet, Vector512<ushort>.Zero);
        for (nuint at = 0; at < (nuint)cells.Length; at += (nuint)Vector512<ushort>.Count)
        {
            Vector512<ushort> some = Vector512.LoadUnsafe(ref first, at);
            (least, most) = (Vector512.Min(least, some), Vector512.Max(most, some));
        }

        return cells.IsEmpty || (!bounds.IsEmpty && Vector512.GreaterThanOrEqualAll(least, Vector512.Create((ushort)bounds.Low)) && Vector512.LessThanOrEqualAll(most, Vector512.Create((ushort)bounds.High)));
    }

    private static bool AreInt32s(ReadOnlySpan<int> cells, CellBounds bounds)
    {
        ref int first = ref MemoryMarshal.GetReference(cells);
        (Vector512<int> least, Vector512<int> most) = (Vector512.Create(int.MaxValue), Vector512.Create(int.MinValue));
        for (nuint at = 0; at < (nuint)cells.Length; at += (nuint)Vector512<int>.Count)
        {
            Vector512<int> some = Vector512.LoadUnsafe(ref first, at);
            (least, most) = (Vector512.Min(least, some), Vector512.Max(most, some));
        }

        return cells.IsEmpty || (!bounds.IsEmpty && Vector512.GreaterThanOrEqualAll(least, Vector512.Create((int)bounds.Low)) && Vector512.LessThanOrEqualAll(most, Vector512.Create((int)bounds.High)));
    }

    private static bool AreSets(ReadOnlySpan<ulong> cells, ulong options)
    {
        ref ulong first = ref MemoryMarshal.GetReference(cells);
        Vector512<ulong> members = Vector512<ulong>.Zero;
        for (nuint at = 0; at < (nuint)cells.Length; at += (nuint)Vector512<ulong>.Count) members |= Vector512.LoadUnsafe(ref first, at);
        return (members & Vector512.Create(~options)) == Vector512<ulong>.Zero;
    }
}
