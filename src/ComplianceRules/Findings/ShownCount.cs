using System.Globalization;

namespace ComplianceRules.Findings;

/// <summary>A number of rows as a report may show it: of persons, one or two are only "fewer than three".</summary>
/// <remarks>What is not exact holds no exact number, so nobody can show it by mistake.</remarks>
public readonly record struct ShownCount
{
    /// <summary>The fewest rows of persons that are counted exactly.</summary>
    public const int FewestCounted = 3;

    private readonly bool _isAtLeast;

    private ShownCount(long least, bool isUnderThree, bool isAtLeast) => (Least, IsUnderThree, _isAtLeast) = (least, isUnderThree, isAtLeast);

    /// <summary>One or two.</summary>
    public static ShownCount UnderThree { get; } = new(1, isUnderThree: true, isAtLeast: false);

    /// <summary>The least that it may be: the number itself where it is exact.</summary>
    public long Least { get; }

    /// <summary>Whether it is one or two.</summary>
    public bool IsUnderThree { get; }

    /// <summary>Whether it is the number itself.</summary>
    public bool IsExact => !IsUnderThree && !_isAtLeast;

    /// <summary>A number that may be known.</summary>
    /// <param name="rows">The number.</param>
    public static ShownCount Exactly(long rows) => new(rows, isUnderThree: false, isAtLeast: false);

    /// <summary>A number that may be known only so far.</summary>
    /// <param name="rows">The least that it may be.</param>
    public static ShownCount AtLeast(long rows) => new(rows, isUnderThree: false, isAtLeast: true);

    /// <summary>A number of persons beside which no other number is shown.</summary>
    /// <param name="rows">The number.</param>
    public static ShownCount OfPersons(long rows) => rows is > 0 and < FewestCounted ? UnderThree : Exactly(rows);

    /// <summary>The sum, as far as the two parts tell it: it never tells more than they do.</summary>
    /// <param name="other">The other part.</param>
    public ShownCount Plus(ShownCount other)
    {
        if (this == default) return other;
        if (other == default) return this;
        return IsExact && other.IsExact ? Exactly(Least + other.Least) : AtLeast(Least + other.Least);
    }

    /// <summary>The number as reports write it: <c>12</c>, <c>&lt;3</c> or <c>&gt;=12</c>.</summary>
    public override string ToString() =>
        IsUnderThree ? "<3" : Least.ToString(_isAtLeast ? ">=0" : "0", CultureInfo.InvariantCulture);
}
