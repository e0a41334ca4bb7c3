namespace ComplianceRules.Expressions;

/// <summary>The values that an expression can have when it is known. A closed set of records.</summary>
internal abstract record ValueRange
{
    private protected ValueRange()
    {
    }

    /// <summary>Any value of the type: texts, keys, sets and lists of which no more is known.</summary>
    public static ValueRange Any { get; } = new AnyRange();

    /// <summary>Whether there is no such value, so that the expression is never known.</summary>
    public abstract bool IsEmpty { get; }

    /// <summary>What holds the values of both ranges.</summary>
    public static ValueRange Hull(ValueRange left, ValueRange right) => (left, right) switch
    {
        (Interval a, Interval b) => IntervalArithmetic.Hull(a, b),
        (TruthRange a, TruthRange b) => new TruthRange(a.CanBeTrue || b.CanBeTrue, a.CanBeFalse || b.CanBeFalse),
        (KeyRange a, KeyRange b) => new KeyRange(a.Keys.Union(b.Keys)),
        _ => Any,
    };
}
