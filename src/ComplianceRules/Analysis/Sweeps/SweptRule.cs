using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What one rule says for every value of a parameter.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The full id that findings know the rule by.</param>
/// <param name="Pack">The id of the pack whose rule it is.</param>
/// <param name="Title">What people read.</param>
/// <param name="Subject">The table whose rows it judges.</param>
/// <param name="Now">How many rows have which verdict as the packs stand.</param>
/// <param name="Counts">How many rows have which verdict, for each of <see cref="ParameterSweep.Values"/>.</param>
public sealed record SweptRule(string Rule, string Pack, LocalText Title, string Subject, VerdictCounts Now, ImmutableArray<VerdictCounts> Counts)
{
    private const decimal Places = 10_000;

    /// <summary>The share of compliant rows among those that are decided, which are the compliant, the non-compliant and the waived ones.</summary>
    /// <remarks>A waived row breaks the rule and is excused: it does not count as compliant, whether a pack or a file apart excuses it, so that no waiver makes a value look better kept than it is.</remarks>
    /// <param name="counts">How many rows have which verdict.</param>
    /// <returns>From 0 to 1, cut off after four places, so that it is 1 only where no row breaks the rule, excused or not; null where no row is decided.</returns>
    public static decimal? ShareOf(VerdictCounts counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        long decided = counts.Compliant + counts.NonCompliant + counts.Waived;
        return decided == 0 ? null : Math.Floor(counts.Compliant * Places / decided) / Places;
    }
}
