using ApiSample.Problems;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ApiSample.Answers;

/// <summary>What the rule packs say of the facts.</summary>
/// <param name="AsOf">The day whose law was applied.</param>
/// <param name="Packs">The packs that judged any row.</param>
/// <param name="Counts">How many rows of all rules have which verdict.</param>
/// <param name="Findings">Breaches, waived breaches, and what the facts do not decide; the first of them where there are too many.</param>
/// <param name="FindingsLeftOut">How many findings are not listed.</param>
/// <param name="Issues">Facts that could not be used, so that they count as unknown; the first of them where there are too many.</param>
public sealed record AssessmentAnswer(
    DateOnly AsOf,
    IReadOnlyList<PackAnswer> Packs,
    VerdictCounts Counts,
    IReadOnlyList<FindingAnswer> Findings,
    int FindingsLeftOut,
    IReadOnlyList<ProblemOfData> Issues)
{
    internal static AssessmentAnswer Of(Assessment assessment, TextLanguage language, int mostFindings) => new(
        assessment.AsOf,
        [.. assessment.Packs.Where(p => p.HasRows).Select(p => new PackAnswer(p.Id, p.Version, p.Region?.Text, p.Sha256))],
        assessment.Counts,
        [.. assessment.Findings.Take(mostFindings).Select(f => FindingAnswer.Of(f, language))],
        Math.Max(0, assessment.Findings.Count - mostFindings),
        [.. assessment.Data.Issues.Take(ProblemOfData.Most).Select(i => ProblemOfData.Of(i, language))]);
}
