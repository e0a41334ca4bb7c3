using System.Runtime.InteropServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Compares the cells of a column, whatever their width, with one limit.</summary>
internal static class LimitComparison
{
    /// <summary>Answers for 64 rows with each word.</summary>
    /// <param name="isSame">Whether a cell has to be the limit itself; else at most it.</param>
    /// <param name="cells">The column.</param>
    /// <param name="first">The first row, a multiple of 64.</param>
    /// <param name="limit">The limit; known.</param>
    /// <param name="result">One bit a row.</param>
    public static void Judge(bool isSame, CellStore cells, int first, CellLimit limit, Span<ulong> result)
    {
        switch (cells.Kind)
        {
            case CellKind.Byte:
                Bytes(isSame, cells.Cells<byte>()[first..], limit.Whole, result);
                break;
            case CellKind.UInt16:
                UInt16s(isSame, cells.Cells<ushort>()[first..], limit.Whole, result);
                break;
            case CellKind.Int32:
                Int32s(isSame, cells.Cells<int>()[first..], limit.Whole, result);
                break;
            default:
                if (isSame) DoubleComparison.Equal(cells.Cells<double>()[first..], limit.Plain, result);
                else DoubleComparison.AtMost(cells.Cells<double>()[first..], limit.Plain, result);
                break;
        }
    }

    /// <summary>Answers for 64 rows with each word, each row with a limit of its own.</summary>
    /// <param name="isSame">Whether a cell has to be the limit itself; else at most it.</param>
    /// <param name="cells">The column.</param>
    /// <param name="first">The first row, a multiple of 64.</param>
    /// <param name="limits">The limits, as wide as the cells.</param>
    /// <param name="result">One bit a row.</param>
    public static void Judge(bool isSame, CellStore cells, int first, ReadOnlySpan<byte> limits, Span<ulong> result)
    {
        switch (cells.Kind)
        {
            case CellKind.Byte when isSame:
                ByteComparison.Equal(cells.Cells<byte>()[first..], limits, result);
                break;
            case CellKind.Byte:
                ByteComparison.AtMost(cells.Cells<byte>()[first..], limits, result);
                break;
            case CellKind.UInt16 when isSame:
                UInt16Comparison.Equal(cells.Cells<ushort>()[first..], MemoryMarshal.Cast<byte, ushort>(limits), result);
                break;
            case CellKind.UInt16:
                UInt16Comparison.AtMost(cells.Cells<ushort>()[first..], MemoryMarshal.Cast<byte, ushort>(limits), result);
                break;
            case CellKind.Int32 when isSame:
                Int32Comparison.Equal(cells.Cells<int>()[first..], MemoryMarshal.Cast<byte, int>(limits), result);
                break;
            case CellKind.Int32:
                Int32Comparison.AtMost(cells.Cells<int>()[first..], MemoryMarshal.Cast<byte, int>(limits), result);
                break;
            default:
                if (isSame) DoubleComparison.Equal(cells.Cells<double>()[first..], MemoryMarshal.Cast<byte, double>(limits), result);
                else DoubleComparison.AtMost(cells.Cells<double>()[first..], MemoryMarshal.Cast<byte, double>(limits), result);
                break;
        }
    }

    /// <summary>Gives some rows the same limit.</summary>
    /// <param name="kind">How wide cells are.</param>
    /// <param name="limit">The limit; one that cells of that width can meet.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="limits">Takes the limits, as wide as the cells.</param>
    public static void Fill(CellKind kind, CellLimit limit, Range rows, Span<byte> limits)
    {
        if (kind == CellKind.Byte) limits[rows].Fill((byte)Math.Min(limit.Whole, byte.MaxValue));
        else if (kind == CellKind.UInt16) MemoryMarshal.Cast<byte, ushort>(limits)[rows].Fill((ushort)Math.Min(limit.Whole, ushort.MaxValue));
        else if (kind == CellKind.Int32) MemoryMarshal.Cast<byte, int>(limits)[rows].Fill((int)Math.Min(limit.Whole, int.MaxValue));
        else MemoryMarshal.Cast<byte, double>(limits)[rows].Fill(limit.Plain);
    }

    private static void Bytes(bool isSame, ReadOnlySpan<byte> cells, long limit, Span<ulong> result)
    {
        if (limit is < byte.MinValue or > byte.MaxValue) result.Fill(isSame || limit < 0 ? 0 : ulong.MaxValue);
        else if (isSame) ByteComparison.Equal(cells, (byte)limit, result);
        else ByteComparison.AtMost(cells, (byte)limit, result);
    }

    private static void UInt16s(bool isSame, ReadOnlySpan<ushort> cells, long limit, Span<ulong> result)
    {
        if (limit is < ushort.MinValue or > ushort.MaxValue) result.Fill(isSame || limit < 0 ? 0 : ulong.MaxValue);
        else if (isSame) UInt16Comparison.Equal(cells, (ushort)limit, result);
        else UInt16Comparison.AtMost(cells, (ushort)limit, result);
    }

    private static void Int32s(bool isSame, ReadOnlySpan<int> cells, long limit, Span<ulong> result)
    {
        if (limit is < int.MinValue or > int.MaxValue) result.Fill(isSame || limit < 0 ? 0 : ulong.MaxValue);
        else if (isSame) Int32Comparison.Equal(cells, (int)limit, result);
        else Int32Comparison.AtMost(cells, (int)limit, result);
    }
}
