using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as a count of steps.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column, whose numbers are kept so.</param>
internal sealed class StepsKey(FieldSchema field, NumberColumnBuilder column) : RowKey(field.Name)
{
    private const long MostAtOnce = 1_000_000_000;

    private readonly long _numerator = column.Coding.Numerator;
    private readonly long _denominator = column.Coding.Denominator;
    private readonly long[] _stepsOfUnit = StepsOfUnit(column.Coding);
    private readonly long _least = column.Least;
    private readonly long _most = column.Most;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonDigits.Read(ref at, out long units, out int decimals);
        if (taken == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, taken))) return 0;
        long steps = (uint)decimals < (uint)_stepsOfUnit.Length && Math.Abs(units) < MostAtOnce ? units * _stepsOfUnit[decimals] : long.MaxValue;
        if ((steps < _least || steps > _most) && !TrySteps(units, decimals, out steps)) return 0;
        column.SetSteps(row.Row, (int)steps);
        return taken;
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
