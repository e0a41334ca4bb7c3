using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as it is.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class NumberKey(FieldSchema field, NumberColumnBuilder column, byte lineFeed) : RowKey(field.Name)
{
    // Powers of ten that a double holds exactly: a quotient of two exact numbers is rounded once, as the text would be.
    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        JsonNumber number = JsonDigits.Read(ref at);
        if (number.Length == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, number.Length), lineFeed)) return 0;
        return column.Set(row.Row, number.Units / Powers[number.Decimals]) ? number.Length : 0;
    }
}
