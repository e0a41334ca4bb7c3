using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The rules of an assessment in the order in which somebody would look at them.</summary>
internal static class RankedRules
{
    /// <summary>The rules that met a row: the gravest that are broken first, of those the most broken; then what is open, then what is kept.</summary>
    /// <param name="assessment">What was found.</param>
    public static IEnumerable<RuleSummary> WorstFirst(Assessment assessment) => assessment.Rules.Where(r => r.Counts.Total > 0)
        .OrderByDescending(r => r.Counts.NonCompliant > 0 ? (int)r.Severity : -1)
        .ThenByDescending(r => r.Shown.NonCompliant.Least)
        .ThenByDescending(r => r.Shown.Undetermined.Least)
        .ThenBy(r => r.Rule, StringComparer.Ordinal)
        .ThenBy(r => r.Pack, StringComparer.Ordinal);

    /// <summary>The rules of packs that judge rows, that met none themselves; a rule of which others took the place on every row is none of them.</summary>
    /// <param name="assessment">What was found.</param>
    public static IEnumerable<string> Idle(Assessment assessment)
    {
        HashSet<string> packs = Judging(assessment);
        HashSet<string> met = [.. assessment.Rules.Where(r => r.Counts.Total > 0).Select(r => r.Rule)];
        return assessment.Rules.Where(r => packs.Contains(r.Pack) && !met.Contains(r.Rule)).Select(r => r.Rule).Distinct(StringComparer.Ordinal);
    }

    /// <summary>The rules of packs that judge rows, that are not in force on the day.</summary>
    /// <param name="assessment">What was found.</param>
    public static IEnumerable<string> NotInForce(Assessment assessment)
    {
        HashSet<string> packs = Judging(assessment);
        return assessment.NotInForce.Where(r => packs.Contains(r.Split('/')[0]));
    }

    /// <summary>How many rows break rules of a severity, all such rules together, as a report may show it.</summary>
    /// <param name="assessment">What was found.</param>
    /// <param name="severity">The severity.</param>
    public static ShownCount Breaches(Assessment assessment, Severity severity) => Breaches(assessment.Rules, severity);

    /// <summary>How many rows break those of some rules that are of a severity.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="severity">The severity.</param>
    public static ShownCount Breaches(IEnumerable<RuleSummary> rules, Severity severity) =>
        rules.Where(r => r.Severity == severity).Aggregate(default(ShownCount), (sum, rule) => sum.Plus(rule.Shown.NonCompliant));

    private static HashSet<string> Judging(Assessment assessment) => [.. assessment.Packs.Where(p => p.HasRows).Select(p => p.Id)];
}
