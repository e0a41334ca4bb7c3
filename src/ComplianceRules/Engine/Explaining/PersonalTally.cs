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
    /// <param name="rule">What the rule found over all rows.</param>
    /// <param name="pack">The rule's pack.</param>
    /// <param name="bits">What the rule says of every row.</param>
    /// <param name="lacking">How many rows one finding stands for because they lack the same column.</param>
    public PersonalCounts Count(RuleSummary rule, string pack, RuleBits bits, int lacking)
    {
        if (!snapshot.Schema.IsPersonal(rule.Subject)) return new PersonalCounts([], rule.Shown, ShownCount.Exactly(lacking));
        ShownCounts sum = ShownCounts.None;
        ImmutableArray<PersonalCount>.Builder counts = ImmutableArray.CreateBuilder<PersonalCount>();
        foreach ((Subject? parent, Dictionary<Verdict, int> rows) in Groups(snapshot.Table(rule.Subject), pack, bits).OrderBy(g => g.Parent?.Id, StringComparer.Ordinal))
        {
            ShownCounts shown = PersonalMask.Of(rows);
            sum = sum.Plus(shown);
            foreach (Verdict verdict in PersonalMask.Verdicts.Where(v => rows.ContainsKey(v) && IsListed(v, rule.Counts, lacking)))
                counts.Add(new PersonalCount(rule.Rule, parent, verdict, rule.Severity, shown.Of(verdict)));
        }

        // Who knows how many are undetermined could subtract any other number from that.
        return new PersonalCounts(counts.ToImmutable(), sum, rule.Counts.Undetermined == lacking ? sum.Undetermined : ShownCount.AtLeast(1));
    }

    // A bureau that has no such column hears it once, not once a class.
    private bool IsListed(Verdict verdict, VerdictCounts all, int lacking) =>
        verdict == Verdict.Undetermined ? all.Undetermined != lacking : detail.Closed || verdict is Verdict.NonCompliant or Verdict.Waived;

    private IEnumerable<(Subject? Parent, Dictionary<Verdict, int> Rows)> Groups(FactTable table, string pack, RuleBits bits)
    {
        Dictionary<(FactTable? Table, int Row), Dictionary<Verdict, int>> groups = [];
        foreach ((int row, _) in stacks.Rows(table, pack))
        {
            (FactTable? Table, int Row) parent = ParentOf(table, row);
            if (!groups.TryGetValue(parent, out Dictionary<Verdict, int>? rows)) groups.Add(parent, rows = []);
            Verdict verdict = bits.Verdict(row);
            rows[verdict] = rows.GetValueOrDefault(verdict) + 1;
        }

        return groups.Select(g => (g.Key.Table is null ? null : _subjects.Of(g.Key.Table, g.Key.Row), g.Value));
    }

    private (FactTable? Table, int Row) ParentOf(FactTable table, int row)
    {
        while (row >= 0 && snapshot.Schema.IsPersonal(table.Schema.Name))
        {
            if (table.Schema.Parent is not { } above || above == table.Schema.Name) return (null, -1);
            row = table.Parent(row);
            table = snapshot.Table(above);
        }

        return row < 0 ? (null, -1) : (table, row);
    }
}
