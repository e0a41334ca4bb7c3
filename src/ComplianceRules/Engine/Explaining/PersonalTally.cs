using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Counts the persons that a rule judged by the rows above them, for they are not listed.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row.</param>
/// <param name="detail">Which rows are listed.</param>
internal sealed class PersonalTally(Snapshot snapshot, RowStacks stacks, FindingDetail detail)
{
    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>Counts the persons of one rule.</summary>
    /// <param name="rule">What the rule, whose subject is a personal table, found over all rows.</param>
    /// <param name="reach">Which rows the rule judges.</param>
    /// <param name="bits">What the rule says of every row.</param>
    /// <param name="lacking">How many rows one finding stands for because they lack the same column.</param>
    public PersonalCounts Count(RuleSummary rule, RuleReach reach, RuleBits bits, int lacking)
    {
        ShownCounts sum = ShownCounts.None;
        ImmutableArray<PersonalCount>.Builder counts = ImmutableArray.CreateBuilder<PersonalCount>();
        PersonalGroups groups = PersonalGroups.Of(snapshot, snapshot.Table(rule.Subject), stacks.Runs(snapshot.Table(rule.Subject), reach), bits);
        for (int group = 0; group < groups.Count; group++)
        {
            ShownCounts shown = PersonalMask.Of(groups.CountsOf(group));
            sum = sum.Plus(shown);
            Subject? parent = null;
            foreach (Verdict verdict in PersonalMask.Verdicts)
            {
                if (groups.Rows(group, verdict) == 0 || !IsListed(verdict, rule.Counts, lacking)) continue;
                parent ??= groups.Parent(group) is { } above ? _subjects.Of(above.Table, above.Row) : null;
                counts.Add(new PersonalCount(rule.Rule, parent, verdict, rule.Severity, shown.Of(verdict)));
            }
        }

        // Who knows how many are undetermined could subtract any other number from that.
        return new PersonalCounts(counts.ToImmutable(), sum, rule.Counts.Undetermined == lacking ? sum.Undetermined : ShownCount.AtLeast(1));
    }

    // A bureau that has no such column hears it once, not once a class.
    private bool IsListed(Verdict verdict, VerdictCounts all, int lacking) =>
        verdict == Verdict.Undetermined ? all.Undetermined != lacking : detail.Closed || verdict is Verdict.NonCompliant or Verdict.Waived;
}
