using ComplianceRules.Expressions;

namespace ComplianceRules.Sql.Terms;

/// <summary>A number as a quotient that is never computed: comparisons are multiplied out, so that nothing is rounded.</summary>
/// <remarks>Times are minutes, days are counted from 1 January of the year 1.</remarks>
/// <param name="Top">What is divided.</param>
/// <param name="Bottom">By what; never 0 where the value is known.</param>
internal sealed record SqlNumber(SqlFactor Top, SqlFactor Bottom) : SqlTerm
{
    /// <summary>The fact as the double that it is kept as, where it is compared as it stands; null for all else.</summary>
    public string? Plain { get; init; }

    /// <summary>The fact that it is, where a column with its whole number has to be asked for before it is computed with; null for all else.</summary>
    public (SqlRows Rows, SqlFact Fact)? Fact { get; init; }

    public override int Length => Top.Text.Length + Bottom.Text.Length;

    /// <summary>Whether its quotient is a factor alone.</summary>
    public bool IsPlain => Bottom.Constant == Rational.Of(1);

    /// <summary>Whether it is a whole number, whatever the facts.</summary>
    public bool IsWhole => IsPlain && Top.Unit.IsWhole;

    /// <summary>Whether what it is divided by is positive where it is known.</summary>
    public bool IsOverPositive => Bottom.Low.Sign >= 0;

    /// <summary>Whether 64 bits keep both parts, whatever the facts.</summary>
    public bool IsExact => Top.IsExact && Bottom.IsExact;

    /// <summary>A factor alone.</summary>
    /// <param name="factor">The factor.</param>
    public static SqlNumber Of(SqlFactor factor) => new(factor, SqlFactor.One);

    /// <summary>A written number.</summary>
    /// <param name="number">The number.</param>
    public static SqlNumber Of(Rational number) => Of(SqlFactor.Of(number));

    /// <summary>The sum with another.</summary>
    public SqlNumber Plus(SqlNumber other) => Bottom == other.Bottom
        ? new SqlNumber(Top.Plus(other.Top), Bottom)
        : new SqlNumber(Top.Times(other.Bottom).Plus(other.Top.Times(Bottom)), Bottom.Times(other.Bottom));

    /// <summary>The negative.</summary>
    public SqlNumber Negative() => new(Top.Negative(), Bottom);

    /// <summary>The product with another.</summary>
    public SqlNumber Times(SqlNumber other) => new(Top.Times(other.Top), Bottom.Times(other.Bottom));

    /// <summary>The quotient by another that is not 0.</summary>
    public SqlNumber Over(SqlNumber other)
    {
        SqlNumber divided = new(Top.Times(other.Bottom), Bottom.Times(other.Top));
        if (divided.Bottom.Constant is { } number) return Of(divided.Top.Times(SqlFactor.Of(Rational.Of(1) / number)));
        return divided.Bottom.High.Sign <= 0 ? new SqlNumber(divided.Top.Negative(), divided.Bottom.Negative()) : divided;
    }
}
