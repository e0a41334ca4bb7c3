using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as it is.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class NumberKey(FieldSchema field, NumberColumnBuilder column) : RowKey(field.Name)
{
    // Powers of ten that a double holds exactly: a quotient of two exact numbers is rounded once, as the text would be.
    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonDigits.Read(ref at, out long units, out int decimals);
        if (taken == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, taken))) return 0;
        return column.Set(row.Row, units / Powers[decimals]) ? taken : 0;
    }
}
