using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as a count of steps.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column, whose numbers are kept so.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class StepsKey(FieldSchema field, NumberColumnBuilder column, byte lineFeed) : RowKey(field.Name)
{
    private const long MostAtOnce = 1_000_000_000;

    private readonly long _numerator = column.Coding.Numerator;
    private readonly long _denominator = column.Coding.Denominator;
    private readonly long[] _stepsOfUnit = StepsOfUnit(column.Coding);
    private readonly long _stepsOfWhole = StepsOfUnit(column.Coding) is [long whole, ..] ? whole : 0;
    private readonly long _mostOfWhole = column.Coding.Numerator == 1 ? column.Most : long.MinValue;
    private readonly long _least = column.Least;
    private readonly long _most = column.Most;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonDigits.ReadShort(ref at, out long units);
        long steps = units * _stepsOfWhole;
        if (taken == 0 || Unsafe.Add(ref at, taken) != (byte)',' || steps < _least || steps > _mostOfWhole) return ReadAny(ref at, row);
        column.SetSteps(row.Row, (int)steps);
        return taken;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReadAny(ref byte at, OpenRow row)
    {
        JsonNumber number = JsonDigits.Read(ref at);
        if (number.Length == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, number.Length), lineFeed)) return 0;
        long steps = (uint)number.Decimals < (uint)_stepsOfUnit.Length && Math.Abs(number.Units) < MostAtOnce ? number.Units * _stepsOfUnit[number.Decimals] : long.MaxValue;
        if ((steps < _least || steps > _most) && !TrySteps(number.Units, number.Decimals, out steps)) return 0;
        column.SetSteps(row.Row, (int)steps);
        return number.Length;
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
