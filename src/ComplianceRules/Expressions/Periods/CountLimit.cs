using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>A limit of how often something happens.</summary>
/// <remarks>Immutable. Counts are whole, so that a limit is compared as the whole numbers beside it.</remarks>
internal readonly record struct CountLimit
{
    private readonly long _below;
    private readonly long _above;

    private CountLimit(Rational? value)
    {
        (IsGiven, Value) = (true, value);
        if (value is not { } limit) return;
        BigInteger floor = BigInteger.DivRem(limit.Numerator, limit.Denominator, out BigInteger rest);
        if (rest.Sign < 0) floor -= BigInteger.One;
        (_below, _above) = (Clamped(floor), Clamped(rest.IsZero ? floor : floor + BigInteger.One));
    }

    /// <summary>No limit.</summary>
    public static CountLimit None => default;

    /// <summary>Whether there is such a limit.</summary>
    public bool IsGiven { get; }

    /// <summary>The number; null where it is not known, or not given.</summary>
    public Rational? Value { get; }

    /// <summary>The limit of a value.</summary>
    /// <param name="value">The value; null where there is no limit.</param>
    public static CountLimit Of(Value? value) => value is null ? None : new CountLimit((value as NumberValue)?.Number);

    /// <summary>Whether so many events are fewer than the limit as a least number, whatever the number between two turns out to be; null where that differs.</summary>
    /// <param name="least">The least that there may be.</param>
    /// <param name="most">The most that there may be.</param>
    public bool? IsMissed(int least, int most)
    {
        if (!IsGiven) return false;
        if (Value is null) return null;
        return most < _above ? true : least >= _above ? false : null;
    }

    /// <summary>Whether so many events are more than the limit as a largest number, whatever the number between two turns out to be; null where that differs.</summary>
    /// <param name="least">The least that there may be.</param>
    /// <param name="most">The most that there may be.</param>
    public bool? IsExceeded(int least, int most)
    {
        if (!IsGiven) return false;
        if (Value is null) return null;
        return least > _below ? true : most <= _below ? false : null;
    }

    private static long Clamped(BigInteger number) => (long)BigInteger.Clamp(number, long.MinValue, long.MaxValue);
}
