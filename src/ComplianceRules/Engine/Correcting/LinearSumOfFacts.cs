using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Facts times written factors, and a number: near enough for bounds.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Factors">The factor of each fact, by the fact's place; none is 0.</param>
/// <param name="Constant">What is added.</param>
internal sealed record LinearSumOfFacts(ImmutableSortedDictionary<int, double> Factors, double Constant)
{
    private static readonly ImmutableSortedDictionary<int, double> None = ImmutableSortedDictionary<int, double>.Empty;

    /// <summary>A number alone.</summary>
    public static LinearSumOfFacts Of(Rational number) => new(None, number.ToDouble());

    /// <summary>One fact alone.</summary>
    public static LinearSumOfFacts OfFact(int fact) => new(None.Add(fact, 1), 0);

    /// <summary>The sum at one value of each fact.</summary>
    /// <param name="point">The values.</param>
    public double Near(ChangeBox point)
    {
        double sum = Constant;
        foreach ((int fact, double factor) in Factors) sum += factor * ((SteppedFact)point.Fact(fact)).NearAt(point.Low(fact));
        return sum;
    }

    /// <summary>The sum of both.</summary>
    public LinearSumOfFacts Plus(LinearSumOfFacts other)
    {
        ImmutableSortedDictionary<int, double>.Builder factors = Factors.ToBuilder();
        foreach ((int fact, double factor) in other.Factors)
        {
            double sum = factors.GetValueOrDefault(fact) + factor;
            if (sum == 0) factors.Remove(fact);
            else factors[fact] = sum;
        }

        return new LinearSumOfFacts(factors.ToImmutable(), Constant + other.Constant);
    }

    /// <summary>All of it times a number; null where that is 0 or too large.</summary>
    public LinearSumOfFacts? Times(double number)
    {
        if (number == 0 || !double.IsFinite(number)) return null;
        return new LinearSumOfFacts(Factors.ToImmutableSortedDictionary(f => f.Key, f => f.Value * number), Constant * number);
    }
}
