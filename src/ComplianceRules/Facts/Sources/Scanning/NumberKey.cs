using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as it is.</summary>
internal sealed class NumberKey : RowKey
{
    private readonly NumberColumnBuilder _column;
    private readonly byte _lineFeed;
    private readonly double _least;
    private readonly double _most;

    /// <summary>Makes a key.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">Its column.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public NumberKey(FieldSchema field, NumberColumnBuilder column, byte lineFeed)
        : base(field.Name, field.Step is null ? RowKeyKind.Number : RowKeyKind.Other)
    {
        (_column, _lineFeed) = (column, lineFeed);
        (_least, _most) = (field.Range?.Low ?? double.MinValue, field.Range?.High ?? double.MaxValue);
    }

    // Powers of ten that a double holds exactly: a quotient of two exact numbers is rounded once, as the text would be.
    private static ReadOnlySpan<double> Powers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public override ColumnBuilder Column => _column;

    /// <summary>Reads the number that stands here; for fields without steps.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadEasily(ref byte at, ref double number)
    {
        int taken = JsonDigits.ReadDecimal(ref at, out long units, out int decimals);
        if (taken == 0) return 0;
        double value = units / Powers[decimals];
        number = value;
        return value >= _least && value <= _most ? taken : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        JsonNumber number = JsonDigits.Read(ref at);
        if (number.Length == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, number.Length), _lineFeed)) return 0;
        return _column.Set(row.Row, number.Units / Powers[number.Decimals]) ? number.Length : 0;
    }
}
