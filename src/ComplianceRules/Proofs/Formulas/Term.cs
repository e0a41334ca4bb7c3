using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>What a value is, case by case; where no case holds it is unknown.</summary>
/// <param name="Cases">The cases; no two hold together.</param>
internal sealed record Term(ImmutableArray<TermCase> Cases)
{
    /// <summary>More cases than this are not followed.</summary>
    public const int MostCases = 64;

    /// <summary>A value that is never known.</summary>
    public static Term Unknown { get; } = new([]);

    /// <summary>Where it is known.</summary>
    public Formula Known => Formula.Any(Cases.Select(c => c.Known));

    /// <summary>Whether no case divides by anything but a number.</summary>
    public bool IsPlain => Cases.All(c => c.Divisor is null);

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static Term Of(Rational number) => new([new TermCase(Formula.True, LinearSum.Of(number), null)]);

    /// <summary>A sum that is known where a condition holds.</summary>
    /// <param name="guard">The condition.</param>
    /// <param name="sum">The sum.</param>
    public static Term Of(Formula guard, LinearSum sum) => new([new TermCase(guard, sum, null)]);
}
