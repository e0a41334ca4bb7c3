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
    /// <summary>The most spans of days and parts of the year that one rule is looked at on: its last ones.</summary>
    public const int MostSpans = 64;

    /// <summary>The most comparisons of two rules for one pack.</summary>
    public const int MostPairs = 10_000;

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
        foreach (CheckedRule rule in _rules.Where(r => r.Pack == _pack && MayBeLookedAt(r)))
        {
            if (IsDead(rule)) dead.Add(rule);
            else CompareWithOthers(rule, dead);
        }

        foreach (IGrouping<(string Area, string Subject), CheckedRule> area in _rules.GroupBy(r => (r.Rule.Area, r.Rule.Subject)).Where(a => a.All(r => r.Pack == _pack))) FindGaps(area);
        if (_pairs > MostPairs) _problems.Report(DiagnosticCodes.PairsLeftOut, _pack.Place, _pack.Id, Number(MostPairs));
    }

    // Rows that are counted may have dates of their own, of any part of the year.
    private bool MayBeLookedAt(CheckedRule rule) => rule.Form.CountedRules.IsEmpty || _values.Seasons(_places.NamesOf(rule.Id)).Length == 1;

    private bool IsDead(CheckedRule rule)
    {
        SpanRules[] spans = [.. SpansOf(rule)];
        if (AllSpansOf(rule).Count() > spans.Length) Report(DiagnosticCodes.SpansLeftOut, rule, Number(spans.Length));
        if (spans.Length == 0) return false;
        if (Array.TrueForAll(spans, s => IsAlways(s, r => _analyser.NeverApplies(rule.Rule.Subject, r, s.Span)))) Report(DiagnosticCodes.NeverApplies, rule);
        else if (Array.TrueForAll(spans, s => IsAlways(s, r => _analyser.NeverFails(rule.Rule.Subject, r, s.Span)))) Report(DiagnosticCodes.NeverFails, rule);
        else
        {
            FindComparisons(rule, spans);
            return false;
        }

        return true;
    }

    // What a rule says in one season it need not say in another.
    private static bool IsAlways(SpanRules span, Func<ComparedRule, bool> says) => span.Parts.All(says);

    // Comparisons that read no parameter have been looked at when the rule was checked.
    private void FindComparisons(CheckedRule rule, SpanRules[] spans)
    {
        foreach (ComparisonExpression comparison in Comparisons(rule.Form.Holds).Where(c => ExpressionWalker.SelfAndDescendants(c).Any(p => p is ParameterExpression)))
        {
            foreach (SpanRules span in spans)
            {
                bool never = IsAlways(span, r => _analyser.NeverFails(rule.Rule.Subject, Alone(r, new NotExpression(comparison)), span.Span));
                if (!never && !IsAlways(span, r => _analyser.NeverFails(rule.Rule.Subject, Alone(r, comparison), span.Span))) continue;
                string text = new ExpressionPrinter(new ExpressionScope(_schema, rule.Rule.Subject, ImmutableSortedDictionary.Create<string, ParameterSignature>(StringComparer.Ordinal))).Text(comparison);
                Report(never ? DiagnosticCodes.NeverByValues : DiagnosticCodes.AlwaysByValues, rule, text, Day(span.Span));
                break;
            }
        }
    }

    private static ComparedRule Alone(ComparedRule rule, TypedExpression condition) => rule with { Form = rule.Form with { Holds = condition } };

    private void CompareWithOthers(CheckedRule rule, HashSet<CheckedRule> dead)
    {
        string facts = FactsOf(rule);
        IEnumerable<CheckedRule> others = _rules.TakeWhile(r => r != rule).Concat(_rules.SkipWhile(r => r != rule).Where(r => r.Pack != _pack));
        foreach (CheckedRule other in others.Where(o => o.Id != rule.Id && o.Rule.Subject == rule.Rule.Subject && !dead.Contains(o) && MayBeLookedAt(o) && FactsOf(o) == facts))
        {
            foreach (ProofSpan span in SpansOf(rule).Select(s => s.Span).Where(s => other.Rule.Effective.Contains(s.From)))
            {
                if (Compare(rule, other, span)) break;
            }
        }
    }

    private bool Compare(CheckedRule rule, CheckedRule other, ProofSpan span)
    {
        (ComparedRule One, ComparedRule Two)[] parts = [.. PartsOf(rule, other, span)];
        _pairs += parts.Length;
        if (_pairs > MostPairs) return true;
        string place = other.Rule.Place.ToString();
        if (parts.Select(p => _analyser.Contradiction(rule.Rule.Subject, p.One, p.Two, span)).FirstOrDefault(w => w is not null) is { } witness)
        {
            Report(DiagnosticCodes.RulesContradict, rule, other.FullId, place, Day(span), witness.Text);
            return true;
        }

        RuleComparer comparer = new(_schema, isWhole: true);
        ProofOutcome[] covered = [.. parts.Select(p => comparer.Compare(rule.Rule.Subject, p.One, p.Two, span).Outcome)];
        if (parts.Length == 0) return false;
        if (Array.TrueForAll(covered, IsNotLooser)) Report(Array.TrueForAll(covered, o => o == ProofOutcome.Equal) ? DiagnosticCodes.RuleRepeated : DiagnosticCodes.RuleCovered, rule, other.FullId, place);
        else if (other.Pack != _pack || !Array.TrueForAll(parts, p => comparer.Compare(rule.Rule.Subject, p.Two, p.One, span).IsNotLooser)) return false;
        else Report(DiagnosticCodes.RuleCovered, other, rule.FullId, rule.Rule.Place.ToString());
        return true;
    }

    private static bool IsNotLooser(ProofOutcome outcome) => outcome is ProofOutcome.Equal or ProofOutcome.Stricter;

    // Dates that choose by themselves may come together in any way.
    private IEnumerable<(ComparedRule One, ComparedRule Two)> PartsOf(CheckedRule rule, CheckedRule other, ProofSpan span)
    {
        FoldedValues[] seasons = _values.Seasons([.. _places.NamesOf(rule.Id).Union(_places.NamesOf(other.Id), StringComparer.Ordinal)]);
        bool isOneDate = Compared(rule, span, seasons[0]).SeasonOf == Compared(other, span, seasons[0]).SeasonOf;
        foreach (FoldedValues own in seasons)
        {
            foreach (ComparedRule two in (isOneDate ? [own] : seasons).Select(v => Compared(other, span, v)).Where(r => CanBe(r, span)))
            {
                if (Compared(rule, span, own) is var one && CanBe(one, span)) yield return (one, two);
            }
        }
    }

    private void FindGaps(IGrouping<(string Area, string Subject), CheckedRule> area)
    {
        ProofSpan last = area.SelectMany(SpansOf).Select(s => s.Span).MaxBy(s => s.From) ?? new ProofSpan(DateOnly.MinValue, DateOnly.MaxValue);
        ComparedRule[] rules = [.. area.Where(r => r.Rule.Effective.Contains(last.From)).SelectMany(r => PartsOf(r, last))];
        ImmutableArray<string> gaps = new CoverageFinder(_schema).Gaps(area.Key.Subject, rules, last);
        if (gaps.IsEmpty) return;
        CheckedRule first = area.MinBy(r => (r.Rule.Place.Line, r.Rule.Place.Column))!;
        _problems.Report(DiagnosticCodes.GradeLeftOut, first.Rule.Place, area.Key.Area, string.Join(", ", gaps));
    }

    private IEnumerable<ProofSpan> AllSpansOf(CheckedRule rule) =>
        ProofDays.Of(_values.Borders(_places.NamesOf(rule.Id)).Concat(_standing.Borders(rule.Id))).Where(s => rule.Rule.Effective.Contains(s.From));

    private IEnumerable<SpanRules> SpansOf(CheckedRule rule)
    {
        int parts = _values.Seasons(_places.NamesOf(rule.Id)).Length;
        return AllSpansOf(rule).TakeLast(MostSpans / parts).Select(span => new SpanRules(span, [.. PartsOf(rule, span)]));
    }

    private IEnumerable<ComparedRule> PartsOf(CheckedRule rule, ProofSpan span) =>
        _values.Seasons(_places.NamesOf(rule.Id)).Select(values => Compared(rule, span, values)).Where(r => CanBe(r, span));

    // Without a date of the row the day itself lies in the part of the year.
    private static bool CanBe(ComparedRule rule, ProofSpan span) => rule.Part is not { } part || rule.SeasonOf is not null || SketchSeasons.FirstIn(span, part) is not null;

    private ComparedRule Compared(CheckedRule rule, ProofSpan span, FoldedValues values) => new(rule.Form, rule.Rule.Binding, values.Inner(_places.NamesOf(rule.Id), span.From))
    {
        Part = values.Part,
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

    // The date that chooses a season is none that the rule speaks of.
    private static string FactsOf(CheckedRule rule)
    {
        TypedExpression? date = ExpressionWalker.SelfAndDescendants(rule.Form.Holds).OfType<ParameterExpression>().Select(p => p.SeasonOf).FirstOrDefault(d => d is not null);
        IEnumerable<string> facts = ExpressionWalker.SelfAndDescendants(rule.Form.Holds).Where(n => !ReferenceEquals(n, date)).Select(NameOf).OfType<string>();
        return string.Join(' ', facts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private static string? NameOf(TypedExpression node) => node switch
    {
        FieldExpression e => $"{e.Row.Frame}.{e.Row.Table}.{e.Field.Name}",
        RowsExpression e => e.List.List,
        ChildShareExpression e => e.List.List,
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(ProofSpan span) => span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Report(DiagnosticCode code, CheckedRule rule, params ReadOnlySpan<string> more) => _problems.Report(code, rule.Rule.Place, [rule.FullId, .. more]);

    /// <summary>A rule on some days, under the values of each part of the year.</summary>
    /// <param name="Span">The days.</param>
    /// <param name="Parts">The rule, once for each part.</param>
    private sealed record SpanRules(ProofSpan Span, ImmutableArray<ComparedRule> Parts);
}
