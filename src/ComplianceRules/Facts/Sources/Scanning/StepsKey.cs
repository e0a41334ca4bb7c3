using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A number that is kept as a count of steps.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column, whose numbers are kept so.</param>
internal sealed class StepsKey(FieldSchema field, NumberColumnBuilder column) : RowKey(field.Name)
{
    private readonly long _numerator = column.Coding.Numerator;
    private readonly long _denominator = column.Coding.Denominator;
    private readonly bool _isWhole = column.Coding is { Numerator: 1, Denominator: 1 };

    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonDigits.Read(ref at, out long units, out int decimals);
        if (taken == 0) return JsonText.Null(ref at);
        if (!JsonDigits.MayEndBefore(Unsafe.Add(ref at, taken))) return 0;
        if ((decimals > 0 || !_isWhole) && !TrySteps(ref units, decimals)) return 0;
        if (units < column.Least || units > column.Most) return 0;
        column.SetSteps(row.Row, (int)units);
        return taken;
    }

    private bool TrySteps(ref long units, int decimals)
    {
        long scale = _denominator;
        for (; decimals > 0; decimals--)
        {
            if (scale % 10 == 0) scale /= 10;
            else if (units % 10 == 0) units /= 10;
            else return false;
        }

        Int128 scaled = (Int128)units * scale;
        if (scaled > long.MaxValue || scaled < long.MinValue) return false;
        (units, long rest) = Math.DivRem((long)scaled, _numerator);
        return rest == 0;
    }
}
