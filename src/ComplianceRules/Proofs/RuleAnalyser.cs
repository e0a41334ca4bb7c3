using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Asks of single rules and of two together what no comparison asks: whether they can apply, fail, and be kept at once.</summary>
/// <remarks>May be shared between threads. A pure function of rules, values and days. What cannot be told is not told.</remarks>
/// <param name="schema">The tables and fields of all packs.</param>
internal sealed class RuleAnalyser(FactSchema schema)
{
    private const int Steps = 100_000;

    private readonly WitnessJudge _judge = new(schema);

    /// <summary>Whether no row meets a rule's conditions of application.</summary>
    /// <param name="subject">The rule's table.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days.</param>
    public bool NeverApplies(string subject, ComparedRule rule, ProofSpan span) => IsNone(subject, rule, span, r => r.Applies.True);

    /// <summary>Whether no row that a rule applies to breaks it.</summary>
    /// <param name="subject">The rule's table.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days.</param>
    public bool NeverFails(string subject, ComparedRule rule, ProofSpan span) => IsNone(subject, rule, span, r => r.Refused);

    /// <summary>A row to which two rules apply and which can keep only one of them; null where there is none, or none can be told.</summary>
    /// <param name="subject">The table of both.</param>
    /// <param name="one">The one rule.</param>
    /// <param name="other">The other.</param>
    /// <param name="span">The days.</param>
    public Witness? Contradiction(string subject, ComparedRule one, ComparedRule other, ProofSpan span)
    {
        SearchBudget budget = new(Steps);
        RulePair pair = new(new ProofWorld(schema, span), subject, (one, other), budget);
        Formula both = Formula.All(pair.OuterRule.Applies.True, pair.InnerRule.Applies.True);
        bool eachCanHold = CanBe(pair, Formula.All(both, pair.OuterRule.Holds.True), budget) && CanBe(pair, Formula.All(both, pair.InnerRule.Holds.True), budget);
        Formula kept = Formula.All(both, pair.OuterRule.Holds.True, pair.InnerRule.Holds.True);
        if (!eachCanHold || pair.Search(kept, budget) is not { Model: null, IsCertain: true }) return null;
        Formula broken = Formula.All(both, Formula.Any(pair.OuterRule.Holds.False, pair.InnerRule.Holds.False));
        if (pair.Search(broken, budget).Model is not { } model) return null;
        foreach (Sketch sketch in new SketchMaker(pair.Vocabulary, pair.Scope, budget).Of(pair.Readable(broken, model, budget)))
        {
            foreach (Sketch seasoned in SketchSeasons.Of(sketch, span, one, other))
            {
                if (_judge.Confirms(seasoned, one, (applies, _) => applies == true) && _judge.Confirms(seasoned, other, (applies, _) => applies == true)) return seasoned.ToWitness();
            }
        }

        return null;
    }

    private bool IsNone(string subject, ComparedRule rule, ProofSpan span, Func<RuleFormula, Formula> question)
    {
        SearchBudget budget = new(Steps);
        RulePair alone = new(new ProofWorld(schema, span), subject, (rule, rule), budget);
        return alone.Search(question(alone.OuterRule), budget) is { Model: null, IsCertain: true };
    }

    private static bool CanBe(RulePair pair, Formula formula, SearchBudget budget) => pair.Search(formula, budget).Model is not null;
}
