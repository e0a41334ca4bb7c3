using System.Numerics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A limit that rows are held to.</summary>
/// <param name="Value">The limit.</param>
/// <param name="IsUpper">Whether measures may not be above it; else not below it.</param>
/// <param name="IsIncluded">Whether the limit itself is allowed.</param>
internal readonly record struct HeldLimit(double Value, bool IsUpper, bool IsIncluded)
{
    /// <summary>Whether what lies on the edge belongs below it.</summary>
    public bool IsEdgeBelow => IsUpper == IsIncluded;

    /// <summary>What parts the measures that keep the limit from those that break it: the limit, or half a step beside it.</summary>
    /// <param name="step">What every measure is a multiple of; null where measures lie anywhere.</param>
    public Rational EdgeBy(Rational? step)
    {
        Rational limit = Rational.OfCell(Value);
        if (step is not { } one) return limit;
        Rational half = one / Rational.Of(2);
        BigInteger steps = (limit / one).Floor();

        // The last measure below the edge is the limit, or the last one before it.
        BigInteger last = IsEdgeBelow || !(limit / one).IsWhole ? steps : steps - 1;
        return (Rational.Of(last) * one) + half;
    }
}
