using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Compares the cells of two columns row by row.</summary>
internal static class PairComparison
{
    /// <summary>Answers for 64 rows with each word.</summary>
    /// <param name="isSame">Whether the cells have to be the same; else the left at most the right.</param>
    /// <param name="left">The left column.</param>
    /// <param name="right">The right column.</param>
    /// <param name="first">The first row, a multiple of 64.</param>
    /// <param name="result">One bit a row.</param>
    public static void Judge(bool isSame, FactColumn left, FactColumn right, int first, Span<ulong> result)
    {
        (CellStore a, CellStore b) = (left.Cells, right.Cells);
        if (!HaveSameCells(left, right)) OneByOne(isSame, left, right, first, result);
        else if (a.Kind == CellKind.Byte) Bytes(isSame, a.Cells<byte>()[first..], b.Cells<byte>()[first..], result);
        else if (a.Kind == CellKind.UInt16) UInt16s(isSame, a.Cells<ushort>()[first..], b.Cells<ushort>()[first..], result);
        else if (a.Kind == CellKind.Int32) Int32s(isSame, a.Cells<int>()[first..], b.Cells<int>()[first..], result);
        else if (isSame) DoubleComparison.Equal(a.Cells<double>()[first..], b.Cells<double>()[first..], result);
        else DoubleComparison.AtMost(a.Cells<double>()[first..], b.Cells<double>()[first..], result);
    }

    private static bool HaveSameCells(FactColumn left, FactColumn right) =>
        left.Cells.Kind == right.Cells.Kind
        && (left is not NumberColumn { Cells.Kind: not CellKind.Double } a || right is not NumberColumn b || a.Coding == b.Coding);

    // A double stands for the decimal of its shortest text, and those keep their order.
    private static void OneByOne(bool isSame, FactColumn left, FactColumn right, int first, Span<ulong> result)
    {
        result.Clear();
        int rows = Math.Min(left.Count - first, result.Length * ValidityBits.PerWord);
        for (int row = 0; row < rows; row++)
        {
            (double a, double b) = (Number(left, first + row), Number(right, first + row));
            if (isSame ? a.Equals(b) : a <= b) ValidityBits.Set(result, row);
        }
    }

    private static double Number(FactColumn column, int row) => column is NumberColumn numbers ? numbers[row] : column.Cells.Whole(row);

    private static void Bytes(bool isSame, ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<ulong> result)
    {
        if (isSame) ByteComparison.Equal(left, right, result);
        else ByteComparison.AtMost(left, right, result);
    }

    private static void UInt16s(bool isSame, ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right, Span<ulong> result)
    {
        if (isSame) UInt16Comparison.Equal(left, right, result);
        else UInt16Comparison.AtMost(left, right, result);
    }

    private static void Int32s(bool isSame, ReadOnlySpan<int> left, ReadOnlySpan<int> right, Span<ulong> result)
    {
        if (isSame) Int32Comparison.Equal(left, right, result);
        else Int32Comparison.AtMost(left, right, result);
    }
}
