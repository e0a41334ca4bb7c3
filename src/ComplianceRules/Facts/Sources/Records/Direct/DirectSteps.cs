namespace ComplianceRules.Facts;

/// <summary>Numbers that are kept as a count of steps, of which one is a whole part of one.</summary>
internal sealed class DirectSteps : DirectCell
{
    // So that the product of the units and what a step takes of them stays far below what 64 bits hold.
    private const long MostAtOnce = 1_000_000_000;

    private readonly NumberColumnBuilder _numbers;
    private readonly long[] _stepsOfUnit;
    private readonly long _least;
    private readonly long _most;

    public DirectSteps(int column, NumberColumnBuilder numbers)
        : base(column)
    {
        _numbers = numbers;
        _stepsOfUnit = StepsOfUnit(numbers.Coding.Denominator);
        (_least, _most) = (numbers.Least, numbers.Most);
    }

    public override bool TrySet(int row, ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty) return true;
        if (!CellDigits.TryRead(cell, out long units, out int decimals)) return false;
        if ((uint)decimals >= (uint)_stepsOfUnit.Length || Math.Abs(units) >= MostAtOnce) return _numbers.Set(row, CellDigits.Number(units, decimals));
        long steps = units * _stepsOfUnit[decimals];
        if (steps < _least || steps > _most) return false;
        _numbers.SetSteps(row, (int)steps);
        return true;
    }

    // By decimals: how many steps one unit of the last decimal is, for as long as it is a whole number of them.
    private static long[] StepsOfUnit(long denominator)
    {
        List<long> steps = [];
        for (long scale = denominator; scale is > 0 and < MostAtOnce; scale /= 10)
        {
            steps.Add(scale);
            if (scale % 10 != 0) break;
        }

        return [.. steps];
    }
}
