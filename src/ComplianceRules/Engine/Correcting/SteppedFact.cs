using System.Globalization;
using System.Numerics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>A number, time or day that may be changed by steps; other values than the present one lie on whole steps.</summary>
/// <remarks>A number whose field has no step goes by hundredths, a time by minutes, a day by days.</remarks>
internal sealed class SteppedFact : ChangeableFact
{
    private const int MostDays = 3660;

    // One digit before the point and 14 behind it.
    private const string Digits = "E14";
    private const long MostSteps = 1L << 50;

    private static readonly Rational Hundredth = Rational.Of(1) / Rational.Of(100);

    private readonly Rational _now;
    private readonly Rational _step;
    private readonly BigInteger _up;
    private readonly BigInteger _down;
    private readonly (double Now, double Step, double Up, double Down, double FirstUp, double FirstDown) _near;

    private SteppedFact(FactTable table, int row, FieldSchema field, Value now, (Rational Now, Rational Step, Rational Low, Rational High) scale)
        : base(table, row, field, now)
    {
        (_now, _step) = (scale.Now, scale.Step);
        BigInteger below = (_now / _step).Floor();
        _up = below + 1;
        _down = (_now / _step).IsWhole ? below - 1 : below;
        Highest = (long)BigInteger.Clamp((scale.High / _step).Floor() - _up + 1, 0, MostSteps);
        Lowest = (long)-BigInteger.Clamp(_down + (-(scale.Low / _step)).Floor() + 1, 0, MostSteps);
        _near = (_now.ToDouble(), _step.ToDouble(), (double)_up, (double)_down, (Rational.Of(_up) - (_now / _step)).ToDouble(), ((_now / _step) - Rational.Of(_down)).ToDouble());
        CostUp = CostDown = UnitCost;
    }

    /// <inheritdoc/>
    public override double CostBeyond => Math.Min(IsCut(Highest) ? Cost(Highest) : double.PositiveInfinity, IsCut(Lowest) ? Cost(Lowest) : double.PositiveInfinity);

    /// <summary>What a step up costs.</summary>
    public double CostUp { get; private init; }

    /// <summary>What a step down costs.</summary>
    public double CostDown { get; }

    public override long Lowest { get; }

    public override long Highest { get; }

    /// <summary>Whether the present value lies on a whole step, so that as many steps up and down are as much.</summary>
    public bool IsOnSteps => (_now / _step).IsWhole;

    /// <summary>The size of a step.</summary>
    public double Step => _near.Step;

    /// <summary>The fact.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    /// <param name="now">The present value.</param>
    public static new SteppedFact Of(FactTable table, int row, FieldSchema field, Value now)
    {
        (Rational Now, Rational Step, Rational Low, Rational High) scale = now switch
        {
            NumberValue number => Numbers(number.Number, field),
            TimeValue time => (Rational.Of(time.Minutes), Rational.Of(1), Rational.Of((field.Scale ?? TimeScale.WholeDay).Low), Rational.Of((field.Scale ?? TimeScale.WholeDay).High)),
            DateValue date => Days(date.Day),
            _ => throw new ArgumentOutOfRangeException(nameof(now)),
        };

        // What moves from row to row is paid once, where it leaves.
        return field.MovesWithin is null ? new SteppedFact(table, row, field, now, scale) : new SteppedFact(table, row, field, now, scale) { CostUp = 0 };
    }

    /// <summary>A value as a number, near enough for bounds; what counts is judged by <see cref="At"/>.</summary>
    /// <param name="number">The value's number.</param>
    public double NearAt(long number) => number switch
    {
        0 => _near.Now,
        > 0 => (_near.Up + (number - 1)) * _near.Step,
        _ => (_near.Down + (number + 1)) * _near.Step,
    };

    /// <summary>The number of the value furthest up that is at most so large, or smaller; less than <see cref="Lowest"/> where none is.</summary>
    /// <param name="most">The number.</param>
    public long LastUpTo(double most)
    {
        (long low, long high) = (Lowest - 1, Highest);
        while (low < high)
        {
            long middle = low + ((high - low + 1) / 2);
            if (NearAt(middle) <= most) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    public override Value At(long number) => Now switch
    {
        _ when number == 0 => Now,
        NumberValue => new NumberValue(Exact(number)),
        TimeValue => new TimeValue((int)Exact(number).Numerator),
        _ => new DateValue(DateOnly.FromDayNumber((int)Exact(number).Numerator)),
    };

    public override bool CanGive(long number) => number == 0 || Now is not NumberValue || Rational.Parse(Exact(number).ToDouble().ToString(Digits, CultureInfo.InvariantCulture)) == Exact(number);

    public override double Cost(long number) => number switch
    {
        0 => 0,
        > 0 => (_near.FirstUp + (number - 1)) * CostUp,
        _ => (_near.FirstDown - (number + 1)) * CostDown,
    };

    public override decimal ExactCost(long number) => number == 0 ? 0 : Exactly((Exact(number) - _now) / _step * Rational.OfCell(number > 0 ? CostUp : -CostDown));

    public override ValueRange Between(long low, long high)
    {
        bool areOnSteps = low > 0 || high < 0 || IsOnSteps;
        return Interval.Of(IntervalEnd.At(Exact(low)), IntervalEnd.At(Exact(high)), areOnSteps ? _step : null);
    }

    private static (Rational Now, Rational Step, Rational Low, Rational High) Numbers(Rational now, FieldSchema field)
    {
        Rational step = field.Step is { } stride ? Rational.OfCell(stride) : Hundredth;
        return field.Range is { } range ? (now, step, Rational.OfCell(range.Low), Rational.OfCell(range.High)) : (now, step, now, now);
    }

    private static (Rational Now, Rational Step, Rational Low, Rational High) Days(DateOnly day)
    {
        int low = Math.Max(0, day.DayNumber - MostDays);
        int high = Math.Min(DateOnly.MaxValue.DayNumber, day.DayNumber + MostDays);
        return (Rational.Of(day.DayNumber), Rational.Of(1), Rational.Of(low), Rational.Of(high));
    }

    private bool IsCut(long end) => Math.Abs(end) == (Field.Type == FieldType.Date ? MostDays : MostSteps);

    private Rational Exact(long number) => number switch
    {
        0 => _now,
        > 0 => Rational.Of(_up + number - 1) * _step,
        _ => Rational.Of(_down + number + 1) * _step,
    };
}
