using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>Finds out what a reader of a comparison should know before using it.</summary>
/// <param name="before">The earlier assessment.</param>
/// <param name="after">The later assessment.</param>
/// <param name="old">What the earlier one says.</param>
/// <param name="now">What the later one says.</param>
internal sealed class ComparisonCautions(RecordedAssessment before, RecordedAssessment after, RecordedIndex old, RecordedIndex now)
{
    /// <summary>The cautions that hold.</summary>
    /// <param name="findings">What became of each finding.</param>
    public ImmutableArray<ComparisonCaution> Of(ImmutableArray<ComparedFinding> findings)
    {
        (ComparisonCaution Caution, bool Holds)[] all =
        [
            (ComparisonCaution.Backwards, after.AsOf < before.AsOf),
            (ComparisonCaution.NoSharedRules, !before.Rules.Any(r => now.Rule(r.Id) is not null)),
            (ComparisonCaution.NoSharedSchools, HaveNoSchoolInCommon()),
            (ComparisonCaution.DifferentRegions, before.Only != after.Only),
            (ComparisonCaution.DifferentRules, AreAskedDifferently()),
            (ComparisonCaution.BeforeHidesRows, !before.TellsRows && findings.Any(f => f is { Trend: FindingTrend.New, StateBefore: RecordedState.NotTold })),
            (ComparisonCaution.AfterHidesRows, !after.TellsRows && findings.Any(f => f.Trend == FindingTrend.Unclear)),
        ];
        return [.. all.Where(c => c.Holds).Select(c => c.Caution)];
    }

    private bool HaveNoSchoolInCommon()
    {
        HashSet<string> schools = SchoolsOf(before);
        HashSet<string> others = SchoolsOf(after);
        return schools.Count > 0 && others.Count > 0 && !schools.Overlaps(others);
    }

    private static HashSet<string> SchoolsOf(RecordedAssessment assessment) => assessment.Subjects?.GetValueOrDefault(BaseTables.School) is { } rows
        ? new(rows, StringComparer.Ordinal)
        : new(assessment.Findings.Select(f => (f.Place?.School ?? (f.Subject?.Table == BaseTables.School ? f.Subject : null))?.Id).OfType<string>(), StringComparer.Ordinal);

    private bool AreAskedDifferently()
    {
        HashSet<string> same = [.. before.Packs.Where(p => after.Packs.Any(o => o.Id == p.Id && o.Sha256 == p.Sha256)).Select(p => p.Id)];
        return before.Rules.Any(r => IsOf(same, r) && !now.Knows(r.Id)) || after.Rules.Any(r => IsOf(same, r) && !old.Knows(r.Id));
    }

    private static bool IsOf(HashSet<string> packs, RecordedRule rule) => rule.Id.IndexOf('/', StringComparison.Ordinal) is > 0 and int slash && packs.Contains(rule.Id[..slash]);
}
