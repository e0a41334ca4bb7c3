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
