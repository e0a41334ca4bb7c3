using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Takes of an assessment what a comparison needs.</summary>
internal static class AssessmentRecorder
{
    public static RecordedAssessment Record(Assessment assessment) => new()
    {
        AsOf = assessment.AsOf,
        Packs = assessment.Packs,
        NotInForce = assessment.NotInForce,
        Rules = [.. assessment.Rules.GroupBy(r => r.Rule, StringComparer.Ordinal).Select(r => RuleOf(assessment, [.. r]))],
        Findings = [.. assessment.Findings.Select(f => FindingOf(assessment, f))],
        Rows = assessment.Data.Rows.Keys.ToImmutableSortedDictionary(t => t, t => assessment.IncludesPersonal ? ShownCount.Exactly(assessment.Data.Rows[t]) : assessment.ShownRows(t), StringComparer.Ordinal),
        Only = assessment.Only,
        ListsAll = assessment.ListsAll,
        Subjects = assessment.Subjects?.ToImmutableSortedDictionary(s => s.Key, s => s.Value.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal),
    };

    private static RecordedRule RuleOf(Assessment assessment, ImmutableArray<RuleSummary> packs)
    {
        RuleSummary first = packs[0];
        ShownCounts counts = packs.Select(p => assessment.IncludesPersonal ? ShownCounts.Exactly(p.Counts) : p.Shown).Aggregate((sum, one) => sum.Plus(one));
        return new RecordedRule(first.Rule, counts)
        {
            Title = first.Title,
            Area = first.Area,
            Subject = first.Subject,
            Severity = packs.Max(p => p.Severity),
            IsPersonal = assessment.Schema.IsPersonal(first.Subject),
        };
    }

    private static RecordedFinding FindingOf(Assessment assessment, Finding finding) => new()
    {
        Rule = finding.Rule,
        Pack = finding.Pack,
        Subject = finding.Subject,
        Rows = assessment.IncludesPersonal ? ShownCount.Exactly(finding.Rows) : finding.ShownRows,
        Place = finding.Place,
        Verdict = finding.Verdict,
        Severity = finding.Severity,
        Observed = TextOf(finding.Observed),
        Limit = TextOf(finding.Limit),
        Margin = finding.Margin?.Number,
        Unit = finding.Unit,
        Message = finding.Message,
        Missing = [.. finding.Missing.Select(m => m.Path)],
    };

    private static string? TextOf(FindingValue? value) => value is { Type: FieldType.Number } ? RecordedNumber.Text(value.Text) : value?.Text;
}
