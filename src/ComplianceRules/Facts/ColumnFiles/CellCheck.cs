using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Looks whether cells are what kernels rely on: possible where the value is known, and zero everywhere else, the padding too.</summary>
internal static class CellCheck
{
    private const int Rows = CellStore.RowsOfGroup;

    /// <summary>Whether the bits behind the last row are zero.</summary>
    public static bool HasNoRest(ReadOnlySpan<ulong> bits, int count) => count % Rows == 0 || bits[^1] >> (count % Rows) == 0;

    /// <summary>Whether the cells of all rows are possible; whole groups of which every value is known were looked at before, see <see cref="TotalCells"/>.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="known">One bit a row; empty where every value is known.</param>
    /// <param name="bounds">The cells that values can have: for truth values and sets the bits they can have, as <see cref="CellBounds.High"/>.</param>
    public static bool IsSound(CellStore cells, ReadOnlySpan<ulong> known, CellBounds bounds)
    {
        int length = CellStore.Length(cells.Kind, Rows);
        ReadOnlySpan<byte> bytes = cells.Bytes;
        int total = known.IsEmpty ? cells.Count / Rows : 0;
        for (int group = total; group * Rows < cells.Count; group++)
        {
            ulong valid = Valid(known, group, cells.Count);
            (ulong impossible, ulong used) = Of(cells.Kind, bytes.Slice(group * length, length), bounds);
            if (((impossible & valid) | (used & ~valid)) != 0) return false;
        }

        return true;
    }

    /// <summary>The same of numbers that are cells themselves; looks at single ones only where a step has to be met, and then at all.</summary>
    /// <param name="cells">Cells of double precision.</param>
    /// <param name="known">One bit a row; empty where every value is known.</param>
    /// <param name="field">The field.</param>
    public static bool IsSound(CellStore cells, ReadOnlySpan<ulong> known, FieldSchema field)
    {
        NumberRange range = RangeOf(field);
        ReadOnlySpan<double> numbers = cells.Cells<double>();
        int total = known.IsEmpty && field.Step is null ? cells.Count / Rows : 0;
        for (int group = total; group * Rows < cells.Count; group++)
        {
            ulong valid = Valid(known, group, cells.Count);
            ReadOnlySpan<double> here = numbers.Slice(group * Rows, Rows);
            (ulong impossible, ulong used) = OfDoubles(here, range);
            if (((impossible & valid) | (used & ~valid)) != 0) return false;
            if (field.Step is not null && !AreSteps(here, valid, field)) return false;
        }

        return true;
    }

    /// <summary>The numbers that a field can have, without regard to steps.</summary>
    public static NumberRange RangeOf(FieldSchema field) => field.Range ?? new NumberRange(double.MinValue, double.MaxValue);

    private static ulong Valid(ReadOnlySpan<ulong> known, int group, int count)
    {
        if (!known.IsEmpty) return known[group];
        int rows = count - (group * Rows);
        return rows >= Rows ? ulong.MaxValue : (1UL << rows) - 1;
    }

    private static bool AreSteps(ReadOnlySpan<double> numbers, ulong valid, FieldSchema field)
    {
        for (int row = 0; row < numbers.Length; row++)
        {
            if ((valid >> row & 1) != 0 && !field.Allows(numbers[row])) return false;
        }

        return true;
    }

    // One bit a row: whether the cell is impossible as a value, and whether it is anything but zero.
    private static (ulong Impossible, ulong Used) Of(CellKind kind, ReadOnlySpan<byte> cells, CellBounds bounds) => kind switch
    {
        CellKind.Bit => (0, MemoryMarshal.Read<ulong>(cells)),
        CellKind.Byte => OfBytes(cells, bounds),
        CellKind.UInt16 => OfUInt16s(MemoryMarshal.Cast<byte, ushort>(cells), bounds),
        CellKind.Int32 => OfInt32s(MemoryMarshal.Cast<byte, int>(cells), bounds),
        _ => OfSets(MemoryMarshal.Cast<byte, ulong>(cells), (ulong)bounds.High),
    };

    private static (ulong Impossible, ulong Used) OfBytes(ReadOnlySpan<byte> cells, CellBounds bounds)
    {
        CellBounds here = bounds.Within(byte.MinValue, byte.MaxValue);
        Vector512<byte> some = Vector512.Create(cells);
        ulong possible = (Vector512.GreaterThanOrEqual(some, Vector512.Create((byte)here.Low)) & Vector512.LessThanOrEqual(some, Vector512.Create((byte)here.High))).ExtractMostSignificantBits();
        ulong zero = Vector512.Equals(some, Vector512<byte>.Zero).ExtractMostSignificantBits();
        return (here.IsEmpty ? ulong.MaxValue : ~possible, ~zero);
    }

    private static (ulong Impossible, ulong Used) OfUInt16s(ReadOnlySpan<ushort> cells, CellBounds bounds)
    {
        CellBounds here = bounds.Within(ushort.MinValue, ushort.MaxValue);
        Vector512<ushort> low = Vector512.Create((ushort)here.Low);
        Vector512<ushort> high = Vector512.Create((ushort)here.High);
        (ulong possible, ulong zero) = (0, 0);
        for (int at = 0; at < Rows; at += Vector512<ushort>.Count)
        {
            Vector512<ushort> some = Vector512.Create(cells[at..]);
            possible |= (ulong)(Vector512.GreaterThanOrEqual(some, low) & Vector512.LessThanOrEqual(some, high)).ExtractMostSignificantBits() << at;
            zero |= (ulong)Vector512.Equals(some, Vector512<ushort>.Zero).ExtractMostSignificantBits() << at;
        }

        return (here.IsEmpty ? ulong.MaxValue : ~possible, ~zero);
    }

    private static (ulong Impossible, ulong Used) OfInt32s(ReadOnlySpan<int> cells, CellBounds bounds)
    {
        CellBounds here = bounds.Within(int.MinValue, int.MaxValue);
        Vector512<int> low = Vector512.Create((int)here.Low);
        Vector512<int> high = Vector512.Create((int)here.High);
        (ulong possible, ulong zero) = (0, 0);
        for (int at = 0; at < Rows; at += Vector512<int>.Count)
        {
            Vector512<int> some = Vector512.Create(cells[at..]);
            possible |= (ulong)(Vector512.GreaterThanOrEqual(some, low) & Vector512.LessThanOrEqual(some, high)).ExtractMostSignificantBits() << at;
            zero |= (ulong)Vector512.Equals(some, Vector512<int>.Zero).ExtractMostSignificantBits() << at;
        }

        return (here.IsEmpty ? ulong.MaxValue : ~possible, ~zero);
    }

    private static (ulong Impossible, ulong Used) OfSets(ReadOnlySpan<ulong> cells, ulong options)
    {
        Vector512<ulong> others = Vector512.Create(~options);
        (ulong possible, ulong zero) = (0, 0);
        for (int at = 0; at < Rows; at += Vector512<ulong>.Count)
        {
            Vector512<ulong> some = Vector512.Create(cells[at..]);
            possible |= (ulong)Vector512.Equals(some & others, Vector512<ulong>.Zero).ExtractMostSignificantBits() << at;
            zero |= (ulong)Vector512.Equals(some, Vector512<ulong>.Zero).ExtractMostSignificantBits() << at;
        }

        return (~possible, ~zero);
    }

    private static (ulong Impossible, ulong Used) OfDoubles(ReadOnlySpan<double> cells, NumberRange range)
    {
        Vector512<double> low = Vector512.Create(range.Low);
        Vector512<double> high = Vector512.Create(range.High);
        (ulong possible, ulong zero) = (0, 0);
        for (int at = 0; at < Rows; at += Vector512<double>.Count)
        {
            Vector512<double> some = Vector512.Create(cells[at..]);
            possible |= (ulong)(Vector512.GreaterThanOrEqual(some, low) & Vector512.LessThanOrEqual(some, high)).ExtractMostSignificantBits() << at;
            // By its bits, for minus zero would be a number that no reader makes.
            zero |= (ulong)Vector512.Equals(some.AsUInt64(), Vector512<ulong>.Zero).ExtractMostSignificantBits() << at;
        }

        return (~possible, ~zero);
    }
}
