using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Measures rows against the limits of a rule.</summary>
/// <param name="interpreter">Evaluates one row.</param>
internal sealed class Measurer(ReferenceInterpreter interpreter)
{
    /// <summary>Measures one row; with two limits, the one with the smaller room.</summary>
    /// <param name="form">The rule.</param>
    /// <param name="row">The row.</param>
    /// <returns>The measure; null where the rule measures nothing.</returns>
    public Measured? Measure(JudgedForm form, RowFrames row)
    {
        if (form.Observed is not { } measure) return null;
        PeriodCount? period = measure is FrequencyExpression frequency ? interpreter.Frequency(frequency, row).Decisive : null;
        return Nearest(interpreter.Evaluate(measure, row), form.Bounds.Select(b => (b, interpreter.Evaluate(b.Value, row), b.Tolerance is null ? null : interpreter.Evaluate(b.Tolerance, row))), period);
    }

    /// <summary>Holds a value to limits; with two, to the one with the smaller room.</summary>
    /// <param name="observed">The value.</param>
    /// <param name="limits">The limits with their values and tolerances.</param>
    /// <param name="period">The period that decides, where events are counted by period; null elsewhere.</param>
    public static Measured Nearest(Value observed, IEnumerable<(Bound Bound, Value Limit, Value? Tolerance)> limits, PeriodCount? period = null)
    {
        Measured? nearest = null;
        foreach ((Bound bound, Value limit, Value? tolerance) in limits)
        {
            Measured here = new(observed, bound, limit, Margin(bound.Kind, observed, limit, tolerance)) { Period = period };
            if (nearest is null || IsNearer(here, nearest)) nearest = here;
        }

        return nearest ?? new Measured(observed, null, null, null);
    }

    private static bool IsNearer(Measured here, Measured nearest) => (here.Margin, nearest.Margin) switch
    {
        ({ } own, { } other) => own < other,
        _ => (here.Bound!.Kind == BoundKind.Within && IsOutside(here)) || IsBroken(here),
    };

    // A count that is not known may surely be beyond one of two limits.
    private static bool IsBroken(Measured here) => here is { Period: { } period, Limit: NumberValue { Number: var limit } }
        && (here.Bound!.Kind == BoundKind.Max ? Rational.Of(period.Least) > limit : Rational.Of(period.Most) < limit);

    private static bool IsOutside(Measured here) => here is { Observed: SetValue observed, Limit: SetValue limit } && !observed.Members.IsSubsetOf(limit.Members);

    private static Rational? Margin(BoundKind kind, Value observed, Value limit, Value? tolerance)
    {
        if (Scalar(observed) is not { } value || Scalar(limit) is not { } end) return null;
        Rational room = value < end ? end - value : value - end;
        return kind switch
        {
            BoundKind.Min or BoundKind.Above => value - end,
            BoundKind.Max or BoundKind.Below => end - value,
            BoundKind.Equals => (tolerance is NumberValue allowed ? allowed.Number : Rational.Zero) - room,
            _ => null,
        };
    }

    private static Rational? Scalar(Value value) => value switch
    {
        NumberValue number => number.Number,
        RootValue root => root.Near,
        TimeValue time => Rational.Of(time.Minutes),
        DateValue date => Rational.Of(date.Day.DayNumber),
        _ => null,
    };
}
