using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>Every rule on every row of the sample: an explanation must say what the assessment says, and its own parts must come to that.</summary>
public sealed class SampleExplanationTests
{
    private static readonly Catalogue _catalogue = PackChecker.Check(PackReader.ReadDirectory(SmallPacks.Path).Value).Value;
    private static readonly Snapshot _snapshot =
        new JsonSnapshotSource(RepositoryRoot.Combine("samples/gaoqing/snapshot.json")).Read(_catalogue.Schema, new SnapshotOptions(), default).Value;

    private static readonly Plan _plan = Plan.For(_catalogue, new DateOnly(2026, 9, 1));

    [Fact]
    public void Every_explanation_says_what_the_assessment_says()
    {
        Assessment assessment = _plan.Run(_snapshot);
        ILookup<string, Explanation> explained = assessment.Rules.SelectMany(Explained).ToLookup(e => e.Finding.Rule, StringComparer.Ordinal);

        Assert.Equal(1114, explained.Sum(e => e.Count()));
        Assert.All(assessment.Rules, rule => Assert.Equal(rule.Counts, Counted(explained[rule.Rule])));
        Assert.All(assessment.Findings, finding => Assert.Equivalent(finding, explained[finding.Rule].Single(e => e.Finding.Subject == finding.Subject).Finding, strict: true));
    }

    [Fact]
    public void The_parts_of_every_explanation_come_to_its_verdict() =>
        Assert.All(_plan.Run(_snapshot).Rules.SelectMany(Explained), e => Assert.Equal(e.Finding.Verdict, VerdictOf(e)));

    private static IEnumerable<Explanation> Explained(RuleSummary rule)
    {
        FactTable table = _snapshot.Table(rule.Subject);
        for (int row = 0; row < table.Count; row++)
        {
            if (TryExplain(rule.Rule, $"{rule.Subject}:{table.Key(row)}") is { } explanation) yield return explanation;
        }
    }

    private static Explanation? TryExplain(string rule, string subject)
    {
        try
        {
            return _plan.Explain(_snapshot, rule, subject);
        }
        catch (ExplanationException other) when (other.Fault == ExplanationFault.RuleNotInStack)
        {
            return null;
        }
    }

    private static VerdictCounts Counted(IEnumerable<Explanation> explanations)
    {
        Verdict[] verdicts = [.. explanations.Select(e => e.Finding.Verdict)];
        int Of(Verdict verdict) => verdicts.Count(v => v == verdict);
        return new VerdictCounts(Of(Verdict.Compliant), Of(Verdict.NonCompliant), Of(Verdict.Undetermined), Of(Verdict.NotApplicable), Of(Verdict.Waived));
    }

    private static Verdict VerdictOf(Explanation explanation) => (explanation.Applies, explanation.Holds) switch
    {
        ({ Value.Text: "false" }, _) => Verdict.NotApplicable,
        ({ State: not ExplainedState.Known }, _) => Verdict.Undetermined,
        (_, { Value.Text: "true" }) => Verdict.Compliant,
        (_, { Value.Text: "false" }) => Verdict.NonCompliant,
        _ => Verdict.Undetermined,
    };
}
