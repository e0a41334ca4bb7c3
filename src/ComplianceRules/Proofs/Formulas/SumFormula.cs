using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>How a sum of variables stands to zero.</summary>
internal sealed class SumFormula : Formula
{
    private SumFormula(LinearSum sum, Relation relation)
    {
        Sum = sum;
        Relation = relation;
    }

    /// <summary>The sum; its first factor is 1.</summary>
    public LinearSum Sum { get; }

    /// <summary>How it stands to zero.</summary>
    public Relation Relation { get; }

    /// <summary>The only variable; -1 where there are more.</summary>
    public int Variable => Sum.Terms.Length == 1 ? Sum.Terms[0].Variable : -1;

    /// <summary>What the only variable is held against.</summary>
    public Rational Bound => -Sum.Constant;

    /// <summary>The condition; a constant where no variable is left.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="relation">How it shall stand to zero.</param>
    public static Formula Of(LinearSum sum, Relation relation)
    {
        if (sum.IsConstant) return Of(Relations.Holds(relation, sum.Constant.Numerator.Sign));
        Rational first = sum.Terms[0].Factor;
        bool isTurned = first.Numerator.Sign < 0;
        LinearSum scaled = first.IsWhole && first.Numerator.IsOne ? sum : sum.Times(Rational.Of(1) / first);
        return new SumFormula(scaled, isTurned ? Relations.Mirrored(relation) : relation);
    }

    protected override Formula MakeOpposite() => new SumFormula(Sum, Relations.Opposite(Relation));
}
