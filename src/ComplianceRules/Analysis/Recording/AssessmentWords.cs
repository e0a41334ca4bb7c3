using System.Collections.Frozen;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>The words of written assessments.</summary>
internal static class AssessmentWords
{
    public static FrozenDictionary<string, Verdict> Verdicts { get; } = new Dictionary<string, Verdict>(StringComparer.Ordinal)
    {
        ["Compliant"] = Verdict.Compliant,
        ["NonCompliant"] = Verdict.NonCompliant,
        ["Undetermined"] = Verdict.Undetermined,
        ["NotApplicable"] = Verdict.NotApplicable,
        ["Waived"] = Verdict.Waived,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, Severity> Severities { get; } = new Dictionary<string, Severity>(StringComparer.Ordinal)
    {
        ["violation"] = Severity.Violation,
        ["warning"] = Severity.Warning,
        ["advice"] = Severity.Advice,
        ["progress"] = Severity.Progress,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
