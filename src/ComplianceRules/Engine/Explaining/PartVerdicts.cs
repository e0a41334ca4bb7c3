using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Says what the parts of a composed rule say of a row and of the rows below it.</summary>
/// <param name="snapshot">The facts.</param>
/// <param name="judge">What judged the rules.</param>
internal sealed class PartVerdicts(Snapshot snapshot, RuleJudge judge)
{
    /// <summary>The parts with their verdicts; none where the rule is not composed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row.</param>
    public ImmutableArray<FindingPart> Of(CheckedRule rule, int row) => [.. rule.Form.Composed.Select(part => Of(part, snapshot.Table(rule.Rule.Subject), row))];

    private FindingPart Of(ComposedPart part, FactTable table, int row)
    {
        ImmutableArray<FindingPartRule> rules = [.. part.Rules.SelectMany(id => Of(id, part, table, row))];
        return new FindingPart(part.Id, part.IsVeto, Worst(rules.Where(r => r.Counts).Select(r => r.Verdict)), rules);
    }

    // Rows below may have other rules in the place of the one that is named, of other bindings.
    private IEnumerable<FindingPartRule> Of(string id, ComposedPart part, FactTable table, int row)
    {
        (bool isVeto, bool isBeside) = (part.IsVeto, part.Beside.Contains(id));
        Dictionary<bool, List<Verdict>> verdicts = [];
        foreach (int? at in RowsOf(id, table, row))
        {
            if (at is not { } known) AddUnknown();
            else if (judge.Find(id, known) is { } found && found.Form.Composed.IsEmpty) Add(isVeto || (found.Rule.Binding == Binding.Mandatory && !isBeside), judge.Judge(found).Verdict(known));
        }

        return verdicts.OrderByDescending(v => v.Key).Select(v => new FindingPartRule(id, Worst(v.Value), v.Key));

        void AddUnknown()
        {
            RuleSaysExpression asked = new(id, RuleSaying.Reaches, [id]) { MandatoryOnly = !isVeto, Above = table.Schema.Name };
            if (!isBeside && judge.Says(asked, id, row) == true) Add(true, Verdict.Undetermined);
            else if (judge.Says(asked with { MandatoryOnly = false }, id, row) == true) Add(false, Verdict.Undetermined);
        }

        void Add(bool counts, Verdict verdict)
        {
            if (!verdicts.TryGetValue(counts, out List<Verdict>? list)) verdicts.Add(counts, list = []);
            list.Add(verdict);
        }
    }

    // Null stands for rows below that are not all known.
    private IEnumerable<int?> RowsOf(string id, FactTable table, int row)
    {
        if (judge.SubjectOf(id) is not { } subject) yield break;
        if (subject == table.Schema.Name) yield return row;
        if (snapshot.Schema.Lists(table.Schema.Name).FirstOrDefault(t => t.Name == subject) is not { } below) yield break;
        if (table.List(below.Children) is not { } list || !list.IsReported(row))
        {
            yield return null;
            yield break;
        }

        (int start, int end) = list.Rows(row);
        for (int at = start; at < end; at++) yield return at;
    }

    private static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        Verdict worst = Verdict.NotApplicable;
        foreach (Verdict verdict in verdicts)
        {
            if (Rank(verdict) > Rank(worst)) worst = verdict;
        }

        return worst;
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.NotApplicable => 0,
        Verdict.Compliant => 1,
        Verdict.Waived => 2,
        Verdict.Undetermined => 3,
        _ => 4,
    };
}
