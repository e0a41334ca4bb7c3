using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Counts how the rows of a list stand to a share's two conditions.</summary>
internal struct ShareCount
{
    private int _true;
    private int _false;
    private int _open;
    private int _perhapsTrue;
    private int _perhapsFalse;
    private int _perhapsOpen;
    private UnknownReason? _doubt;

    /// <summary>Counts a row that is in, or may be in.</summary>
    /// <param name="where">Whether the row counts at all: true or unknown.</param>
    /// <param name="that">Whether it meets the condition.</param>
    public void Add(Value where, Value that)
    {
        _doubt ??= (where as UnknownValue ?? that as UnknownValue)?.Reason;
        if (where is UnknownValue) Count(that, ref _perhapsTrue, ref _perhapsFalse, ref _perhapsOpen);
        else Count(that, ref _true, ref _false, ref _open);
    }

    /// <summary>The shares that are possible: a row that may fall out, or may turn out either way, counts both ways.</summary>
    public readonly ShareInterval Interval()
    {
        int certain = _true + _false + _open;
        if (certain == 0) return ShareInterval.Unknown(_doubt ?? UnknownReason.NoRows);
        int mostTrue = _true + _open + _perhapsTrue + _perhapsOpen;
        return new ShareInterval(
            Percent(_true, certain + _perhapsFalse + _perhapsOpen),
            Percent(mostTrue, certain + _perhapsTrue + _perhapsOpen),
            _doubt,
            _true,
            certain);
    }

    private static void Count(Value that, ref int whenTrue, ref int whenFalse, ref int open)
    {
        if (that is BoolValue known) (known.Truth ? ref whenTrue : ref whenFalse)++;
        else open++;
    }

    private static Rational Percent(int part, int whole) => Rational.Of(100) * Rational.Of(part) / Rational.Of(whole);
}
