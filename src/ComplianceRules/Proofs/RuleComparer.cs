using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Compares a rule further in with one further out: is there a row that the outer one refuses and the inner one does not?</summary>
/// <remarks>May be shared between threads. A pure function of rules, values and days.</remarks>
/// <param name="schema">The tables and fields of all packs.</param>
/// <param name="isWhole">Whether stricter and equal shall be told apart, which costs a second search, for every pair.</param>
internal sealed class RuleComparer(FactSchema schema, bool isWhole)
{
    private readonly WitnessJudge _judge = new(schema);

    /// <summary>Compares two rules of one table on days on which their values do not change.</summary>
    /// <param name="subject">The table.</param>
    /// <param name="outer">The rule further out.</param>
    /// <param name="inner">The rule further in.</param>
    /// <param name="span">The days.</param>
    public RuleComparison Compare(string subject, ComparedRule outer, ComparedRule inner, ProofSpan span)
    {
        bool isTighter = TightenedLimits.Explain(outer, inner);
        if (isTighter && !isWhole) return new RuleComparison(ProofOutcome.Stricter, null, null);
        SearchBudget budget = new(SearchBudget.OfComparison);
        ProofWorld world = new(schema, span);
        RuleComparison found = Compare(new RulePair(world, subject, (outer, inner), budget) { IsTighter = isTighter }, outer, inner, budget);
        // Parts that are variables show no row, and say nothing of each other.
        if (!found.IsNotLooser && found.Witness is null && !(outer.Form.CountedRules.IsEmpty && inner.Form.CountedRules.IsEmpty))
            found = Compare(new RulePair(world, subject, (outer, inner), budget, followsParts: true), outer, inner, budget);
        return found with { Cost = SearchBudget.OfComparison - budget.Left };
    }

    private RuleComparison Compare(RulePair pair, ComparedRule outer, ComparedRule inner, SearchBudget budget)
    {
        bool isKnown = pair.IsTighter || pair.IsAdded;
        if (isKnown && !isWhole) return new RuleComparison(ProofOutcome.Stricter, null, null);
        bool bindsLess = inner.BindsLessThan(outer);
        Formula missed = bindsLess ? pair.Outer : Formula.All(pair.Outer, pair.Inner.Opposite);
        SearchResult found = isKnown ? SearchResult.None : pair.Search(missed, budget);
        if (found.Model is null)
        {
            if (!found.IsCertain) return new RuleComparison(ProofOutcome.CannotTell, null, pair.Term);
            bool isEqual = isWhole && !bindsLess && (pair.IsSame || AreEqual(pair));
            return new RuleComparison(isEqual && inner.Binding == outer.Binding && inner.Severity == outer.Severity ? ProofOutcome.Equal : ProofOutcome.Stricter, null, null);
        }

        ComparedRule? other = bindsLess ? null : inner;
        if (Confirmed(pair, missed, found.Model, outer, other, budget) is not { } witness) return new RuleComparison(ProofOutcome.CannotTell, null, pair.Term);
        bool isMore = !bindsLess && IsMore(pair, outer, inner, budget);
        return new RuleComparison(isMore ? ProofOutcome.Incomparable : ProofOutcome.Looser, witness, null);
    }

    // Whoever asks hears the same of what is looser as a load does, so that this search is none of the pack's steps.
    private static bool AreEqual(RulePair pair) =>
        pair.Search(Formula.All(pair.Inner, pair.Outer.Opposite), new SearchBudget(SearchBudget.OfComparison)) is { Model: null, IsCertain: true };

    private bool IsMore(RulePair pair, ComparedRule outer, ComparedRule inner, SearchBudget budget)
    {
        Formula more = Formula.All(pair.Inner, pair.Outer.Opposite);
        return pair.Search(more, budget) is { Model: { } model } && Confirmed(pair, more, model, inner, outer, budget) is not null;
    }

    private Witness? Confirmed(RulePair pair, Formula goal, Model model, ComparedRule refuses, ComparedRule? other, SearchBudget budget)
    {
        SketchMaker maker = new(pair.Vocabulary, pair.Scope, budget);
        Model readable = pair.Readable(goal, model, budget);
        foreach (Model way in (ImmutableArray<Model>)(ReferenceEquals(readable, model) ? [model] : [readable, model]))
        {
            foreach (Sketch sketch in maker.Of(way).SelectMany(s => SketchSeasons.Of(s, pair.Vocabulary.World.Span, refuses, other)))
            {
                bool confirms = other is null ? _judge.Confirms(sketch, refuses, (applies, holds) => applies == true && holds == false) : _judge.Confirms(sketch, refuses, other);
                if (confirms) return sketch.ToWitness();
            }
        }

        return null;
    }
}
