using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Looks at the rules of one pack, each alone and beside those of packs further out, for what is dead, contradicts, repeats or is left out.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class StackAnalysis
{
    private const int MostSpans = 8;
    private const int MostPairs = 10_000;

    private readonly RulePack _pack;
    private readonly ImmutableArray<CheckedRule> _rules;
    private readonly FoldedValues _values;
    private readonly RulePlaces _places;
    private readonly StandingRules _standing;
    private readonly FactSchema _schema;
    private readonly RuleAnalyser _analyser;
    private readonly DiagnosticBag _problems;
    private int _pairs;

    /// <summary>Gathers the rules of a stack.</summary>
    /// <param name="catalogue">The packs.</param>
    /// <param name="pack">The innermost pack.</param>
    /// <param name="places">The places of all rules.</param>
    /// <param name="problems">Takes what is found.</param>
    public StackAnalysis(Catalogue catalogue, RulePack pack, RulePlaces places, DiagnosticBag problems)
    {
        ImmutableArray<RulePack> packs = catalogue.Scopes.Of(pack);
        _pack = pack;
        _rules = [.. catalogue.Rules.Where(r => packs.Contains(r.Pack))];
        _values = new FoldedValues(pack, catalogue.BookOf(pack), catalogue.Scales);
        _places = places;
        _standing = new StandingRules(places, packs);
        _schema = catalogue.Schema;
        _analyser = new RuleAnalyser(catalogue.Schema);
        _problems = problems;
    }

    /// <summary>Looks at every rule of the pack.</summary>
    public void Run()
    {
        HashSet<CheckedRule> dead = [];
        foreach (CheckedRule rule in _rules.Where(r => r.Pack == _pack && IsOfAllYear(r)))
        {
            if (IsDead(rule)) dead.Add(rule);
            else CompareWithOthers(rule, dead);
        }

        foreach (IGrouping<(string Area, string Subject), CheckedRule> area in _rules.GroupBy(r => (r.Rule.Area, r.Rule.Subject)).Where(a => a.All(r => r.Pack == _pack))) FindGaps(area);
    }

    // What a rule says in one season it need not say in another.
    private bool IsOfAllYear(CheckedRule rule) => _values.Seasons(_places.NamesOf(rule.Id)).Length == 1;

    private bool IsDead(CheckedRule rule)
    {
        ProofSpan[] spans = [.. SpansOf(rule)];
        if (spans.Length == 0) return false;
        if (Array.TrueForAll(spans, s => _analyser.NeverApplies(rule.Rule.Subject, Compared(rule, s), s))) Report(DiagnosticCodes.NeverApplies, rule);
        else if (Array.TrueForAll(spans, s => _analyser.NeverFails(rule.Rule.Subject, Compared(rule, s), s))) Report(DiagnosticCodes.NeverFails, rule);
        else
        {
            FindComparisons(rule, spans);
            return false;
        }

        return true;
    }

    // Comparisons that read no parameter have been looked at when the rule was checked.
    private void FindComparisons(CheckedRule rule, ProofSpan[] spans)
    {
        foreach (ComparisonExpression comparison in Comparisons(rule.Form.Holds).Where(c => ExpressionWalker.SelfAndDescendants(c).Any(p => p is ParameterExpression)))
        {
            foreach (ProofSpan span in spans)
            {
                ComparedRule alone = Compared(rule, span) with { Form = rule.Form with { Holds = comparison } };
                bool never = _analyser.NeverFails(rule.Rule.Subject, alone with { Form = alone.Form with { Holds = new NotExpression(comparison) } }, span);
                if (!never && !_analyser.NeverFails(rule.Rule.Subject, alone, span)) continue;
                string text = new ExpressionPrinter(new ExpressionScope(_schema, rule.Rule.Subject, ImmutableSortedDictionary.Create<string, ParameterSignature>(StringComparer.Ordinal))).Text(comparison);
                Report(never ? DiagnosticCodes.NeverByValues : DiagnosticCodes.AlwaysByValues, rule, text, Day(span));
                break;
            }
        }
    }

    private void CompareWithOthers(CheckedRule rule, HashSet<CheckedRule> dead)
    {
        string facts = FactsOf(rule);
        IEnumerable<CheckedRule> others = _rules.TakeWhile(r => r != rule).Concat(_rules.SkipWhile(r => r != rule).Where(r => r.Pack != _pack));
        foreach (CheckedRule other in others.Where(o => o.Id != rule.Id && o.Rule.Subject == rule.Rule.Subject && !dead.Contains(o) && IsOfAllYear(o) && FactsOf(o) == facts))
        {
            foreach (ProofSpan span in SpansOf(rule).Where(s => other.Rule.Effective.Contains(s.From)))
            {
                if (Compare(rule, other, span)) break;
            }
        }
    }

    private bool Compare(CheckedRule rule, CheckedRule other, ProofSpan span)
    {
        if (++_pairs > MostPairs) return true;
        (ComparedRule one, ComparedRule two) = (Compared(rule, span), Compared(other, span));
        string place = other.Rule.Place.ToString();
        if (_analyser.Contradiction(rule.Rule.Subject, one, two, span) is { } witness)
        {
            Report(DiagnosticCodes.RulesContradict, rule, other.FullId, place, Day(span), witness.Text);
            return true;
        }

        RuleComparer comparer = new(_schema, isWhole: true);
        RuleComparison covered = comparer.Compare(rule.Rule.Subject, one, two, span);
        if (covered.IsNotLooser) Report(covered.Outcome == ProofOutcome.Equal ? DiagnosticCodes.RuleRepeated : DiagnosticCodes.RuleCovered, rule, other.FullId, place);
        else if (other.Pack != _pack || !comparer.Compare(rule.Rule.Subject, two, one, span).IsNotLooser) return false;
        else Report(DiagnosticCodes.RuleCovered, other, rule.FullId, rule.Rule.Place.ToString());
        return true;
    }

    private void FindGaps(IGrouping<(string Area, string Subject), CheckedRule> area)
    {
        ProofSpan last = area.SelectMany(SpansOf).MaxBy(s => s.From) ?? new ProofSpan(DateOnly.MinValue, DateOnly.MaxValue);
        ComparedRule[] rules = [.. area.Where(r => r.Rule.Effective.Contains(last.From)).Select(r => Compared(r, last))];
        ImmutableArray<string> gaps = new CoverageFinder(_schema).Gaps(area.Key.Subject, rules, last);
        if (gaps.IsEmpty) return;
        CheckedRule first = area.MinBy(r => (r.Rule.Place.Line, r.Rule.Place.Column))!;
        _problems.Report(DiagnosticCodes.GradeLeftOut, first.Rule.Place, area.Key.Area, string.Join(", ", gaps));
    }

    private IEnumerable<ProofSpan> SpansOf(CheckedRule rule) =>
        ProofDays.Of(_values.Borders(_places.NamesOf(rule.Id)).Concat(_standing.Borders(rule.Id))).Where(s => rule.Rule.Effective.Contains(s.From)).TakeLast(MostSpans);

    private ComparedRule Compared(CheckedRule rule, ProofSpan span) => new(rule.Form, rule.Rule.Binding, _values.Inner(_places.NamesOf(rule.Id), span.From))
    {
        IsOpen = _standing.IsOpen,
        Counted = id => _standing.CountedAt(id, span.From, true),
    };

    // Those on the row itself: conditions on rows of a list speak of facts that the row has not.
    private static IEnumerable<ComparisonExpression> Comparisons(TypedExpression condition)
    {
        Stack<TypedExpression> waiting = new([condition]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is ComparisonExpression comparison) yield return comparison;
            else if (next is LogicExpression or NotExpression or ConditionalExpression)
                foreach (TypedExpression part in ExpressionWalker.Parts(next).Reverse()) waiting.Push(part);
        }
    }

    private static string FactsOf(CheckedRule rule) => string.Join(' ', ExpressionWalker.SelfAndDescendants(rule.Form.Holds).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static string? NameOf(TypedExpression node) => node switch
    {
        FieldExpression e => $"{e.Row.Frame}.{e.Row.Table}.{e.Field.Name}",
        RowsExpression e => e.List.List,
        ChildShareExpression e => e.List.List,
        _ => null,
    };

    private static string Day(ProofSpan span) => span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Report(DiagnosticCode code, CheckedRule rule, params ReadOnlySpan<string> more) => _problems.Report(code, rule.Rule.Place, [rule.FullId, .. more]);
}
