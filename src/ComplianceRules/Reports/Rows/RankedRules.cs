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

    /// <summary>How many rows break rules of a severity, all such rules together, as a report may show it.</summary>
    /// <param name="assessment">What was found.</param>
    /// <param name="severity">The severity.</param>
    public static ShownCount Breaches(Assessment assessment, Severity severity) => Breaches(assessment.Rules, severity);

    /// <summary>How many rows break those of some rules that are of a severity.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="severity">The severity.</param>
    public static ShownCount Breaches(IEnumerable<RuleSummary> rules, Severity severity) =>
        rules.Where(r => r.Severity == severity).Aggregate(default(ShownCount), (sum, rule) => sum.Plus(rule.Shown.NonCompliant));
}
