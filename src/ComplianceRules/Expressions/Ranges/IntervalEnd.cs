namespace ComplianceRules.Expressions;

/// <summary>Where an interval ends.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsIncluded">Whether the number itself is in the interval.</param>
internal readonly record struct IntervalEnd(Rational Value, bool IsIncluded)
{
    public static IntervalEnd At(Rational value) => new(value, true);

    public static IntervalEnd Before(Rational value) => new(value, false);

    /// <summary>The same end of the negatives.</summary>
    public IntervalEnd Negate() => this with { Value = -Value };
}
