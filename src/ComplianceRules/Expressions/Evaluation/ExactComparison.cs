namespace ComplianceRules.Expressions;

/// <summary>Comparisons of known values, exact and ordinal.</summary>
internal static class ExactComparison
{
    public static bool Holds(ComparisonOperator comparison, Value left, Value right) => comparison switch
    {
        ComparisonOperator.Equal => Same(left, right),
        ComparisonOperator.NotEqual => !Same(left, right),
        _ => Holds(comparison, Order(left, right)),
    };

    /// <summary>Whether a comparison holds by the sign of an ordering.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="order">Negative where left is smaller, 0 where both are the same, positive where left is larger.</param>
    public static bool Holds(ComparisonOperator comparison, int order) => comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };

    public static bool Same(Value left, Value right) => (left, right) switch
    {
        (SetValue a, SetValue b) => a.Members.SetEquals(b.Members),
        (ListValue a, ListValue b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items, Same).All(s => s),
        _ => left == right,
    };

    /// <summary>The order of two known values of one kind.</summary>
    public static int Order(Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => a.Number.CompareTo(b.Number),
        (RootValue a, RootValue b) => a.Square.CompareTo(b.Square),
        (RootValue a, NumberValue b) => b.Number < Rational.Zero ? 1 : a.Square.CompareTo(b.Number * b.Number),
        (NumberValue, RootValue) => -Order(right, left),
        (DateValue a, DateValue b) => a.Day.CompareTo(b.Day),
        (TimeValue a, TimeValue b) => a.Minutes.CompareTo(b.Minutes),
        _ => throw new ArgumentOutOfRangeException(nameof(right)),
    };
}
