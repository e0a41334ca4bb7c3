using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ApiSample.Answers;

/// <summary>What one rule says of one row.</summary>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Area">The rule's area.</param>
/// <param name="Subject">The row, such as `class:demo-1/301`; null where the finding stands for many rows.</param>
/// <param name="Rows">For how many rows it stands.</param>
/// <param name="Verdict">What the rule says.</param>
/// <param name="Severity">How grave a breach is.</param>
/// <param name="Binding">How strictly the rule binds.</param>
/// <param name="Observed">What the row has; null where it is unknown or nothing is measured.</param>
/// <param name="Limit">The limit in force; null where there is none.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Law">The document that the rule stands on, or that set the limit.</param>
/// <param name="Message">What people read.</param>
/// <param name="Missing">The facts that would decide it; empty unless undetermined.</param>
public sealed record FindingAnswer(
    string Rule,
    string Area,
    string? Subject,
    int Rows,
    Verdict Verdict,
    Severity Severity,
    Binding Binding,
    string? Observed,
    string? Limit,
    string? Unit,
    string Law,
    string Message,
    IReadOnlyList<string> Missing)
{
    internal static FindingAnswer Of(Finding finding, TextLanguage language) => new(
        finding.Rule,
        finding.Area,
        finding.Subject?.ToString(),
        finding.Rows,
        finding.Verdict,
        finding.Severity,
        finding.Binding,
        finding.Observed?.Text,
        finding.Limit?.Text,
        finding.Unit,
        (finding.LimitSource ?? finding.Source).Citation(language),
        finding.Message.In(language),
        [.. finding.Missing.Select(m => m.Path)]);
}
