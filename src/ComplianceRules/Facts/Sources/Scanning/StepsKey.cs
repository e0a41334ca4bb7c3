using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as a count of steps.</summary>
internal sealed class StepsKey : RowKey
{
    private const long MostAtOnce = 1_000_000_000;

    private readonly NumberColumnBuilder _column;
    private readonly byte _lineFeed;
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly long[] _stepsOfUnit;
    private readonly long _least;
    private readonly long _most;
    private readonly ulong _span;

    /// <summary>Makes a key.</summary>
    /// <param name="field">The field.</param>
    /// <param name="column">Its column, whose numbers are kept so.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public StepsKey(FieldSchema field, NumberColumnBuilder column, byte lineFeed)
        : base(field.Name, KindOf(column))
    {
        (_column, _lineFeed, _numerator, _denominator) = (column, lineFeed, column.Coding.Numerator, column.Coding.Denominator);
        _stepsOfUnit = StepsOfUnit(column.Coding);
        (_least, _most) = (column.Least, column.Most);
        _span = (ulong)(_most - _least);
    }

    public override ColumnBuilder Column => _column;

    /// <summary>Reads the whole number that stands here; for steps of 1.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadWhole(ref byte at, out int cell)
    {
        int taken = JsonDigits.ReadWhole(ref at, out long steps);
        cell = (int)steps;
        return (ulong)(steps - _least) <= _span ? taken : 0;
    }

    /// <summary>Reads the number that stands here; for steps of a part of 1.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadSteps(ref byte at, out int cell)
    {
        int taken = JsonDigits.ReadDecimal(ref at, out long units, out int decimals);
        cell = 0;
        if ((uint)decimals >= (uint)_stepsOfUnit.Length) return 0;
        long steps = units * _stepsOfUnit[decimals];
        cell = (int)steps;
        return (ulong)(steps - _least) <= _span ? taken : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        JsonNumber number = JsonDigits.Read(ref at);
        if (number.Length == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, number.Length), _lineFeed)) return 0;
        long steps = (uint)number.Decimals < (uint)_stepsOfUnit.Length && Math.Abs(number.Units) < MostAtOnce ? number.Units * _stepsOfUnit[number.Decimals] : long.MaxValue;
        if ((steps < _least || steps > _most) && !TrySteps(number.Units, number.Decimals, out steps)) return 0;
        _column.SetSteps(row.Row, (int)steps);
        return number.Length;
    }

    private static RowKeyKind KindOf(NumberColumnBuilder column)
    {
        bool isEasy = column.Coding.Numerator == 1 && column.Most >= column.Least;
        return !isEasy ? RowKeyKind.Other : column.Coding.Denominator == 1 ? RowKeyKind.Whole : RowKeyKind.Steps;
    }

    // By decimals: how many steps one unit of the last decimal is, for as long as it is a whole number of them.
    private static long[] StepsOfUnit(CellCoding coding)
    {
        List<long> steps = [];
        for (long scale = coding.Denominator; coding.Numerator == 1 && scale < MostAtOnce && scale > 0; scale /= 10)
        {
            steps.Add(scale);
            if (scale % 10 != 0) break;
        }

        return [.. steps];
    }

    private bool TrySteps(long units, int decimals, out long steps)
    {
        steps = 0;
        long scale = _denominator;
        for (; decimals > 0; decimals--)
        {
            if (scale % 10 == 0) scale /= 10;
            else if (units % 10 == 0) units /= 10;
            else return false;
        }

        Int128 scaled = (Int128)units * scale;
        if (scaled > long.MaxValue || scaled < long.MinValue) return false;
        (steps, long rest) = Math.DivRem((long)scaled, _numerator);
        return rest == 0 && steps >= _least && steps <= _most;
    }
}
