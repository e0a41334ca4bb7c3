using System.Collections.Immutable;

namespace ComplianceRules.Cases;

/// <summary>What the cases of packs show of their rules: each comparison on both of its sides and at its limit, and each verdict.</summary>
/// <remarks>Immutable. Measured are the packs that were read from folders; what the cases of one pack show counts for that pack alone.</remarks>
/// <param name="Packs">How many packs were measured.</param>
/// <param name="Cases">How many cases ran.</param>
/// <param name="Rules">The rules, those of one pack together, in the order of the packs and of their files.</param>
public sealed record CaseCoverage(int Packs, int Cases, ImmutableArray<RuleCoverage> Rules)
{
    private const int Whole = 100;

    /// <summary>Nothing measured.</summary>
    public static CaseCoverage None { get; } = new(0, 0, []);

    /// <summary>How many comparisons there are; one for each value of a parameter that its pack gives.</summary>
    public int Boundaries => Rules.Sum(r => r.Boundaries.Length);

    /// <summary>How many of them are shown on every side.</summary>
    public int BoundariesCovered => Rules.Sum(r => r.Boundaries.Count(b => b.IsCovered));

    /// <summary>How many verdicts the rules can give, all together.</summary>
    public int Verdicts => Rules.Sum(r => r.Verdicts.Length);

    /// <summary>How many of them a case expects.</summary>
    public int VerdictsShown => Verdicts - Rules.Sum(r => r.MissingVerdicts.Length);

    /// <summary>The share of comparisons that are covered, in whole per cent, cut off: 100 only where all are, and where there are none.</summary>
    public int Percent => Boundaries == 0 ? Whole : (int)((long)BoundariesCovered * Whole / Boundaries);

    /// <summary>Whether every comparison is covered and every verdict is shown.</summary>
    public bool IsComplete => Rules.All(r => r.IsComplete);
}
