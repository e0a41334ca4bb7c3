using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>A sum of variables times numbers, and a number.</summary>
/// <remarks>Immutable. Terms are in the order of their variables, none with the factor 0.</remarks>
/// <param name="Terms">The variables and their factors.</param>
/// <param name="Constant">The number added.</param>
internal sealed record LinearSum(ImmutableArray<(int Variable, Rational Factor)> Terms, Rational Constant)
{
    /// <summary>A number alone.</summary>
    /// <param name="number">The number.</param>
    public static LinearSum Of(Rational number) => new([], number);

    /// <summary>A variable alone.</summary>
    /// <param name="variable">Its number.</param>
    public static LinearSum OfVariable(int variable) => new([(variable, Rational.Of(1))], Rational.Zero);

    /// <summary>Whether it has no variables.</summary>
    public bool IsConstant => Terms.IsEmpty;

    /// <summary>Every part times a number.</summary>
    /// <param name="factor">The number.</param>
    public LinearSum Times(Rational factor) =>
        factor.IsZero ? Of(Rational.Zero) : new([.. Terms.Select(t => (t.Variable, t.Factor * factor))], Constant * factor);

    /// <summary>Both together.</summary>
    /// <param name="other">The other.</param>
    public LinearSum Plus(LinearSum other)
    {
        if (other.Terms.IsEmpty) return new(Terms, Constant + other.Constant);
        if (Terms.IsEmpty) return new(other.Terms, Constant + other.Constant);
        SortedDictionary<int, Rational> factors = [];
        foreach ((int variable, Rational factor) in Terms.Concat(other.Terms))
            factors[variable] = factors.TryGetValue(variable, out Rational before) ? before + factor : factor;
        return new([.. factors.Where(f => !f.Value.IsZero).Select(f => (f.Key, f.Value))], Constant + other.Constant);
    }

    /// <summary>The difference.</summary>
    /// <param name="other">What is taken away.</param>
    public LinearSum Minus(LinearSum other) => Plus(other.Times(Rational.Of(-1)));

    /// <summary>Whether another has the same terms and number.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(LinearSum? other) => other is not null && Constant == other.Constant && Terms.AsSpan().SequenceEqual(other.Terms.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Constant, Terms.Length, Terms.IsEmpty ? -1 : Terms[0].Variable);
}
