using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>A sum that is at most 0, or below it.</summary>
/// <param name="Sum">The sum.</param>
/// <param name="IsStrict">Whether 0 itself is out.</param>
internal sealed record Inequality(LinearSum Sum, bool IsStrict)
{
    /// <summary>Whether it has no variables and does not hold.</summary>
    public bool Fails => Sum.IsConstant && (IsStrict ? Sum.Constant >= Rational.Zero : Sum.Constant > Rational.Zero);

    /// <summary>The factor of a variable; 0 where it is not in it.</summary>
    /// <param name="variable">The variable.</param>
    public Rational Factor(int variable)
    {
        foreach ((int at, Rational factor) in Sum.Terms)
        {
            if (at == variable) return factor;
        }

        return Rational.Zero;
    }

    /// <summary>The inequalities that a formula is; none for one that excludes a value.</summary>
    /// <param name="formula">The formula.</param>
    public static ImmutableArray<Inequality> Of(SumFormula formula) => formula.Relation switch
    {
        Relation.AtMost => [new(formula.Sum, false)],
        Relation.Below => [new(formula.Sum, true)],
        Relation.AtLeast => [new(formula.Sum.Times(Rational.Of(-1)), false)],
        Relation.Above => [new(formula.Sum.Times(Rational.Of(-1)), true)],
        Relation.Equal => [new(formula.Sum, false), new(formula.Sum.Times(Rational.Of(-1)), false)],
        _ => [],
    };
}
