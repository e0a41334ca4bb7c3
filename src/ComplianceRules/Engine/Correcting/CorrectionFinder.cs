using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Finds what would put a finding right.</summary>
/// <remarks>
/// May be shared between threads. What it finds has been judged with the changed facts: the rule finds the row compliant, no total of what only moves has changed, and no other rule of the
/// school says worse of any row than before. Rules over regions are not judged again, and facts of regions and of other schools change only where a region is judged. Where rows may not be shown, what could
/// be changed of them is not looked for.
/// </remarks>
internal sealed class CorrectionFinder
{
    private const int MostGoals = 3000;

    private readonly RuleJudge _judge;
    private readonly CorrectionRows _rows;
    private readonly ChangeTrials _trials;
    private readonly CorrectionSentences _sentences;
    private readonly Func<string, bool> _mayShow;

    /// <summary>Gets ready.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="stacks">The stack of each row.</param>
    /// <param name="judge">What judged the rules.</param>
    /// <param name="showsPersons">Whether rows of personal tables may be shown.</param>
    public CorrectionFinder(Snapshot snapshot, RowStacks stacks, RuleJudge judge, bool showsPersons)
    {
        _judge = judge;
        _rows = new CorrectionRows(snapshot, stacks, judge);
        _trials = new ChangeTrials(judge, _rows);
        _sentences = new CorrectionSentences(snapshot);
        _mayShow = table => showsPersons || !snapshot.Schema.IsPersonal(table);
    }

    /// <summary>What is to be collected where facts are missing.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="missing">The facts that decide it.</param>
    public Correction Collect(CheckedRule rule, ImmutableArray<MissingFact> missing) =>
        new(CorrectionKind.Collect, _sentences.Collect(rule.Rule.Subject, missing, _mayShow));

    /// <summary>What would put a breach right.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="row">The row that breaks it.</param>
    /// <param name="parts">What the parts say, where the rule is composed of others.</param>
    public Correction Of(CheckedRule rule, int row, ImmutableArray<FindingPart> parts)
    {
        RowFrames frames = _rows.Frames(rule, row);
        GroundFacts facts = new(_rows.Snapshot, _judge.Interpreter, (table, at) => MayChange(frames, (table, at)));
        Grounder grounder = new(_judge.Interpreter, facts, _rows);
        ImmutableArray<GroundNode> needed = [.. Conjuncts.Of(rule.Form.Applies).Concat(Conjuncts.Of(rule.Form.Holds)).Select(c => grounder.Of(c, frames)).SelectMany(Flat)];
        if (facts.All.Count == 0) return None(parts.IsEmpty ? CorrectionSentences.NothingToChange(rule) : Broken(parts));
        CorrectedBreach breach = new(rule, row, grounder, facts, needed, grounder.Nodes);
        HashSet<int> free = Free(needed, facts);
        FoundChanges found = Search(breach, free);
        if (found.IsComplete && !found.IsEmpty ? MayBeCheaper(breach, free, found) : found.IsComplete && facts.All.Count > free.Count)
        {
            // What other rules ask for may have to change as well.
            free = [.. Enumerable.Range(0, facts.All.Count)];
            found = found.OrBetter(Search(breach, free));
        }

        if (found.IsEmpty) return None(parts.IsEmpty ? _sentences.NothingFound([.. free.Order().Select(f => facts.All[f])], facts, frames, found.IsComplete && IsWhole(breach)) : Broken(parts));
        bool isCheapest = found.IsCheapest && !facts.IsFull && !grounder.IsFull && found.Cost <= facts.All.Min(f => f.CostBeyond);
        CorrectionKind kind = isCheapest ? CorrectionKind.Cheapest : CorrectionKind.Sufficient;
        return new Correction(kind, _sentences.Changes(kind, found.Changes, (frames.Subject, row))) { Changes = InOrder(found.Changes.Select(_sentences.Change)) };
    }

    private static bool IsWhole(CorrectedBreach breach) => !breach.Facts.IsFull && !breach.Grounder.IsFull && breach.Facts.All.All(f => double.IsInfinity(f.CostBeyond));

    // A cheaper change may need facts that other rules read, unless the rule's own conditions ask for as much as was found.
    private static bool MayBeCheaper(CorrectedBreach breach, HashSet<int> free, FoundChanges found)
    {
        if (breach.Facts.All.Count == free.Count) return false;
        ChangeSearch alone = new(All([.. breach.Needed, .. Totals(breach.Facts, free)]), _ => true, ChangeEffort.For(breach.Grounder.Nodes, breach.Grounder.Ranged, 0));
        FoundChanges least = alone.Find(ChangeBox.Of([.. breach.Facts.All], free.Contains));
        return !least.IsCheapest || least.Cost < found.Cost - (1e-9 * Math.Max(1, found.Cost));
    }

    private static ImmutableArray<FactChange> InOrder(IEnumerable<FactChange> changes) =>
        [.. changes.OrderBy(c => c.Row.Table, StringComparer.Ordinal).ThenBy(c => c.Row.Id, StringComparer.Ordinal).ThenBy(c => c.Field.Name, StringComparer.Ordinal)];

    private FoundChanges Search(CorrectedBreach breach, HashSet<int> free)
    {
        GroundFacts facts = breach.Facts;
        ImmutableArray<ChangeGoal> goals = _trials.Goals(breach, free.Order().Select(f => facts.All[f]));
        IEnumerable<ChangeGoal> followed = goals.Length > MostGoals ? [] : goals.Where(g => g.IsKeptNow);
        GroundNode[] kept = [.. followed.Select(g => _trials.Kept(breach, g))];
        GroundNode wanted = All([.. breach.Needed, .. Totals(facts, free), .. kept]);
        ChangeSearch search = new(wanted, _trials.Of(breach, goals).Agrees, ChangeEffort.For(breach.Grounder.Nodes, breach.Grounder.Ranged, goals.Length));
        ChangeBox all = ChangeBox.Of([.. facts.All], free.Contains);
        FoundChanges found = search.Find(all);
        if (found.IsComplete) return found;
        ImmutableArray<(ChangeableFact Fact, long Number)> descended = new LearningDescent(_trials, breach).Find(free);
        return found with { Changes = descended.IsEmpty ? search.FindAny(all) : descended };
    }

    // What a region or another school does is not for a school to change.
    private bool MayChange(RowFrames finding, (FactTable Table, int Row) row) => _mayShow(row.Table.Schema.Name)
        && (finding.Subject.Schema.Name == BaseTables.Region || (row.Table.Schema.Name != BaseTables.Region && _rows.AreOfOneSchool(row, (finding.Subject, finding.Row))));

    private static Correction None(LocalText message) => new(CorrectionKind.None, message);

    // Where one part cannot be put right, what helps the others still is told of each.
    private LocalText Broken(ImmutableArray<FindingPart> parts) => CorrectionSentences.PartByPart(parts.SelectMany(p => p.Rules).Where(r => r is { Counts: true, Verdict: Verdict.NonCompliant })
        .Select(r => r.Rule).Distinct(StringComparer.Ordinal).Select(r => _judge.Rules.Of(r)).Where(f => !f.IsEmpty).Select(f => f[0].Rule.Title));

    private static IEnumerable<GroundNode> Flat(GroundNode node) => node is GroundJoin join && join.AllNeeded(true) is { IsEmpty: false } all ? all.SelectMany(Flat) : [node];

    private static GroundNode All(ImmutableArray<GroundNode> conditions) => conditions.Length == 1 ? conditions[0] : new GroundJoin(conditions.Length, conditions);

    /// <summary>The facts that hang together with a condition that does not hold; the others need not change.</summary>
    private static HashSet<int> Free(ImmutableArray<GroundNode> needed, GroundFacts facts)
    {
        ChangeBox now = ChangeBox.Of([.. facts.All], _ => false);
        GroundNode[] linked = [.. needed, .. Totals(facts, [.. Enumerable.Range(0, facts.All.Count)])];
        int[] groups = FactGroups.Of(linked);
        HashSet<int> broken = [.. Enumerable.Range(0, needed.Length).Where(i => needed[i].Range(now) is not TruthRange { CanBeTrue: true, CanBeFalse: false }).Select(i => groups[i])];
        return [.. Enumerable.Range(0, linked.Length).Where(i => broken.Contains(groups[i])).SelectMany(i => linked[i].Facts)];
    }

    private static IEnumerable<GroundNode> Totals(GroundFacts facts, HashSet<int> free)
    {
        foreach (ImmutableArray<int> total in facts.Totals.Where(t => t.Any(free.Contains)))
        {
            LinearSumOfFacts sum = total.Select(LinearSumOfFacts.OfFact).Aggregate((left, right) => left.Plus(right));
            Rational now = total.Select(f => ((NumberValue)facts.All[f].Now).Number).Aggregate(Rational.Zero, (left, right) => left + right);
            GroundValue added = new([.. total.Select(f => new GroundFact(f, facts.All[f]))], r => r.All(x => x is Interval) ? r.Cast<Interval>().Aggregate(IntervalArithmetic.Add) : ValueRange.Any, sum);
            yield return new GroundComparison(ComparisonOperator.Equal, added, GroundConstant.Of(new NumberValue(now)), f => facts.All[f]);
        }
    }
}
