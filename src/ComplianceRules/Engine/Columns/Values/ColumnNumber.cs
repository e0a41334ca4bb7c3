using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact that is a number, a day or a time: a whole number of its scale, or a decimal that a double is near.</summary>
internal sealed class ColumnNumber(int slot, NumberScale scale, double most, bool isExact, int column) : NumberNode(slot, scale, most, isExact)
{
    // A double is nearest to the decimal that it stands for.
    private const double HalfStep = 1.0 / (1L << 53);

    /// <summary>The number of the column.</summary>
    public int Column => column;

    public override void Measure(ColumnScope scope, NumberBuffer into)
    {
        if (scope.Column(column) is not { } values)
        {
            into.SetUnknown();
            return;
        }

        Span<double> numbers = into.Numbers;
        int rows = Math.Min(numbers.Length, values.Count - scope.First);
        if (values.Cells.Kind == CellKind.Double) Copy(values.Cells.Cells<double>().Slice(scope.First, rows), into);
        else Widen(values.Cells, scope.First, numbers[..rows]);
        into.Limit(scope.Known(values));
    }

    private static void Copy(ReadOnlySpan<double> cells, NumberBuffer into)
    {
        cells.CopyTo(into.Numbers);
        Span<double> errors = into.Blur();
        for (int row = 0; row < cells.Length; row++) errors[row] = cells[row] == Math.Floor(cells[row]) && Math.Abs(cells[row]) < MostExact ? 0 : Math.Abs(cells[row]) * HalfStep;
    }

    private static void Widen(CellStore cells, int first, Span<double> numbers)
    {
        switch (cells.Kind)
        {
            case CellKind.Byte:
                Widen(cells.Cells<byte>().Slice(first, numbers.Length), numbers);
                break;
            case CellKind.UInt16:
                Widen(cells.Cells<ushort>().Slice(first, numbers.Length), numbers);
                break;
            default:
                Widen(cells.Cells<int>().Slice(first, numbers.Length), numbers);
                break;
        }
    }

    private static void Widen(ReadOnlySpan<byte> cells, Span<double> numbers)
    {
        int row = 0;
        if (Avx512F.IsSupported)
        {
            for (; row <= cells.Length - 16; row += 16)
            {
                Vector512<int> ints = Avx512F.ConvertToVector512Int32(Vector128.Create(cells.Slice(row, 16)));
                Store(ints, numbers[row..]);
            }
        }

        for (; row < cells.Length; row++) numbers[row] = cells[row];
    }

    private static void Widen(ReadOnlySpan<ushort> cells, Span<double> numbers)
    {
        int row = 0;
        if (Avx512F.IsSupported)
        {
            for (; row <= cells.Length - 16; row += 16)
            {
                Vector512<int> ints = Avx512F.ConvertToVector512Int32(Vector256.Create(cells.Slice(row, 16)));
                Store(ints, numbers[row..]);
            }
        }

        for (; row < cells.Length; row++) numbers[row] = cells[row];
    }

    private static void Widen(ReadOnlySpan<int> cells, Span<double> numbers)
    {
        int row = 0;
        if (Avx512F.IsSupported)
        {
            for (; row <= cells.Length - 16; row += 16) Store(Vector512.Create(cells.Slice(row, 16)), numbers[row..]);
        }

        for (; row < cells.Length; row++) numbers[row] = cells[row];
    }

    private static void Store(Vector512<int> ints, Span<double> numbers)
    {
        Avx512F.ConvertToVector512Double(ints.GetLower()).CopyTo(numbers);
        Avx512F.ConvertToVector512Double(ints.GetUpper()).CopyTo(numbers[8..]);
    }
}
