using System.Collections.Frozen;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Engine.Listing;

/// <summary>All findings of a run made at once, row by row and each missing set looked for anew: the plain way that lists are held against.</summary>
internal static class EagerFindings
{
    public static FindingList Of(Catalogue catalogue, Snapshot snapshot, RowStacks stacks, FindingDetail detail)
    {
        RuleJudge judge = new(new JudgedFacts(snapshot, null, Judged.Day), stacks, catalogue.Families, CancellationToken.None);
        FindingMaker maker = new(snapshot, stacks, judge, catalogue.Scopes, detail);
        return FindingList.Of(catalogue.Rules.SelectMany(rule => OfRule(rule, snapshot, stacks, judge, (maker, detail))));
    }

    private static IEnumerable<Finding> OfRule(CheckedRule rule, Snapshot snapshot, RowStacks stacks, RuleJudge judge, (FindingMaker Maker, FindingDetail Detail) with)
    {
        FactTable table = snapshot.Table(rule.Rule.Subject);
        RuleSeverity severity = RuleSeverity.Of(rule, Judged.Day);
        FrozenSet<string> absent = AbsentFacts.Of(rule, snapshot);
        RuleBits bits = judge.Judge(rule);
        List<Finding> findings = [];
        SortedDictionary<string, UnknownReason> lacking = new(StringComparer.Ordinal);
        int rowsLacking = 0;
        foreach ((int row, PackStack stack) in stacks.Runs(table, rule.Reach).SelectMany(run => Enumerable.Range(run.Start, run.End - run.Start).Select(row => (row, run.Stack))))
        {
            Verdict verdict = bits.Verdict(row);
            if (!with.Detail.Closed && verdict is Verdict.Compliant or Verdict.NotApplicable) continue;
            RowFrames frames = new(table, row, stack.ParametersOf(rule.Pack.Id));
            MissingSet missing = verdict == Verdict.Undetermined ? judge.Missing(rule, frames) : MissingSet.None;
            MissingFact[] columns = with.Detail.EachLack ? [] : [.. missing.Facts.Where(m => absent.Contains(m.Path))];
            foreach (MissingFact column in columns) lacking[column.Path] = column.Reason;
            if (columns.Length > 0) rowsLacking++;
            else findings.Add(with.Maker.Of(rule, severity, verdict, frames, missing));
        }

        IEnumerable<Finding> ordered = findings.OrderBy(f => f.Subject!.Id, StringComparer.Ordinal);
        if (rowsLacking == 0) return ordered;
        LackingRows all = new(rowsLacking, [.. lacking.Select(l => new MissingFact(l.Key, l.Value))], FoundRows.None);
        return ordered.Prepend(with.Maker.OfAll(rule, severity, all, ShownCount.Exactly(rowsLacking)));
    }
}
