using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>Which of two values of a parameter binds more.</summary>
internal static class StrictestValue
{
    /// <summary>The value that satisfies both: the stricter one, or the union or intersection of sets; the inner one where neither binds more.</summary>
    /// <param name="outer">The value further out.</param>
    /// <param name="inner">The value further in.</param>
    /// <param name="strictness">Which binds more.</param>
    public static Value Of(Value outer, Value inner, Strictness strictness) => strictness switch
    {
        Strictness.None => inner,
        Strictness.Superset => SetValue.Of(Members(outer).Union(Members(inner))),
        Strictness.Subset => SetValue.Of(Members(outer).Intersect(Members(inner))),
        _ => IsLooser(outer, inner, strictness) ? outer : inner,
    };

    /// <summary>Whether the inner value allows something that the outer one does not.</summary>
    /// <param name="outer">The value further out.</param>
    /// <param name="inner">The value further in.</param>
    /// <param name="strictness">Which binds more.</param>
    public static bool IsLooser(Value outer, Value inner, Strictness strictness) => strictness switch
    {
        Strictness.None => false,
        Strictness.Superset => !Members(inner).IsSupersetOf(Members(outer)),
        Strictness.Subset => !Members(inner).IsSubsetOf(Members(outer)),
        Strictness.Lower or Strictness.Earlier => Order(inner, outer) > 0,
        _ => Order(inner, outer) < 0,
    };

    /// <summary>A value as it stands on a scale: past midnight a clock time belongs to the day before, so 00:30 may be later than 23:30.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scale">The scale; other values than times stay as they are.</param>
    public static Value Placed(Value value, TimeScale scale) => value is TimeValue time ? new TimeValue(scale.Place(time.Minutes)) : value;

    private static System.Collections.Immutable.ImmutableSortedSet<string> Members(Value value) => ((SetValue)value).Members;

    private static int Order(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (DateValue a, DateValue b) => a.Day.CompareTo(b.Day),
        (TimeValue a, TimeValue b) => a.Minutes.CompareTo(b.Minutes),
        _ => throw new InvalidOperationException("a parameter with an order has numbers, days or times"),
    };
}
