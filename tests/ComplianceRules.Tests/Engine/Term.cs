namespace ComplianceRules.Tests.Engine;

/// <summary>An expression as it is written, and what it means; null means unknown.</summary>
/// <param name="Text">The text.</param>
/// <param name="Meaning">The value for a row.</param>
internal sealed record Term(string Text, Func<Sight, object?> Meaning)
{
    public bool? Truth(Sight sight) => (bool?)Meaning(sight);

    public static bool? Not(bool? value) => !value;

    public static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

    public static bool? Or(bool? left, bool? right) => Not(And(Not(left), Not(right)));

    /// <summary>A term of two parts that is unknown where one of them is.</summary>
    public static Term Of(Term left, string sign, Term right, Func<object, object, object?> meaning) =>
        new($"({left.Text}) {sign} ({right.Text})", s => left.Meaning(s) is { } a && right.Meaning(s) is { } b ? meaning(a, b) : null);

    public static Term Choice(Term test, Term yes, Term no) =>
        new($"({test.Text}) ? ({yes.Text}) : ({no.Text})", s => test.Truth(s) is { } truth ? (truth ? yes : no).Meaning(s) : null);

    /// <summary>A comparison of two values of one kind.</summary>
    public static Term Compare(Term left, string sign, Term right) => Of(left, sign, right, (a, b) => Holds(sign, a, b));

    /// <summary>Whether the first is among the others: yes if one is the same, else unknown if one is unknown.</summary>
    public static Term Among(Term item, params Term[] others) => new($"({item.Text}) in [{string.Join(", ", others.Select(o => o.Text))}]", s =>
    {
        if (item.Meaning(s) is not { } sought) return null;
        object?[] values = [.. others.Select(o => o.Meaning(s))];
        return values.Any(v => v is not null && Holds("==", sought, v)) ? true : values.Contains(null) ? null : false;
    });

    public static bool Holds(string sign, object left, object right) => sign switch
    {
        "==" => Same(left, right),
        "!=" => !Same(left, right),
        "<" => Order(left, right) < 0,
        "<=" => Order(left, right) <= 0,
        ">" => Order(left, right) > 0,
        _ => Order(left, right) >= 0,
    };

    private static bool Same(object left, object right) => (left, right) switch
    {
        (Fraction a, Fraction b) => a.CompareWith(b) == 0,
        (SortedSet<string> a, SortedSet<string> b) => a.SetEquals(b),
        _ => left.Equals(right),
    };

    private static int Order(object left, object right) => left is Fraction a ? a.CompareWith((Fraction)right) : ((IComparable)left).CompareTo(right);
}
