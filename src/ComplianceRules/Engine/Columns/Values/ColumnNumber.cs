using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A fact that is a number, a day or a time: a whole number of its scale, or a decimal that a double is near.</summary>
internal sealed class ColumnNumber(int slot, NumberScale scale, double most, bool isExact, int column) : NumberNode(slot, scale, most, isExact)
{
    // A double is nearest to the decimal that it stands for.
    private const double HalfStep = 1.0 / (1L << 53);

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
                ReadOnlySpan<byte> bytes = cells.Cells<byte>()[first..];
                for (int row = 0; row < numbers.Length; row++) numbers[row] = bytes[row];
                break;
            case CellKind.UInt16:
                ReadOnlySpan<ushort> shorts = cells.Cells<ushort>()[first..];
                for (int row = 0; row < numbers.Length; row++) numbers[row] = shorts[row];
                break;
            default:
                ReadOnlySpan<int> ints = cells.Cells<int>()[first..];
                for (int row = 0; row < numbers.Length; row++) numbers[row] = ints[row];
                break;
        }
    }
}
