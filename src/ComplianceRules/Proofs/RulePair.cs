using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Two rules read into one vocabulary.</summary>
internal sealed class RulePair
{
    private const int LongestTerm = 160;

    private readonly List<Formula> _axioms;
    private readonly string _conditions;

    /// <summary>Reads two rules.</summary>
    /// <param name="world">What they are read against.</param>
    /// <param name="subject">The table of both.</param>
    /// <param name="rules">The rule further out, and the one further in.</param>
    /// <param name="budget">How much may be done.</param>
    /// <param name="followsParts">Whether the parts of composed rules are read by what they say.</param>
    public RulePair(ProofWorld world, string subject, (ComparedRule Outer, ComparedRule Inner) rules, SearchBudget budget, bool followsParts = false)
    {
        (ComparedRule outer, ComparedRule inner) = rules;
        Vocabulary = new Vocabulary(world);
        Scope = ScopeOf(world, subject, outer) with { FollowsParts = followsParts };
        ReadingScope own = ScopeOf(world, subject, inner) with { FollowsParts = followsParts };
        OuterRule = RuleFormula.Of(new ConditionReader(Vocabulary, Scope), outer);
        InnerRule = RuleFormula.Of(new ConditionReader(Vocabulary, own), inner);
        _axioms = [.. ListAxioms.Of(Vocabulary, budget), .. Vocabulary.Axioms, .. StageAxioms.Of(Vocabulary)];
        _conditions = own.Text(inner.Form.Holds);
        IsAdded = AddedConditions.Explain(outer, Scope, inner, own);
        IsSame = outer.Form.CountedRules.IsEmpty && Text(Scope, outer) == Text(own, inner);
    }

    /// <summary>The variables of both.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What names mean to the rule further out.</summary>
    public ReadingScope Scope { get; }

    /// <summary>The rule further out.</summary>
    public RuleFormula OuterRule { get; }

    /// <summary>The rule further in.</summary>
    public RuleFormula InnerRule { get; }

    /// <summary>Where the rule further out refuses a row.</summary>
    public Formula Outer => OuterRule.Refused;

    /// <summary>Where the rule further in does.</summary>
    public Formula Inner => InnerRule.Refused;

    /// <summary>Whether both are written alike and read the same values.</summary>
    public bool IsSame { get; }

    /// <summary>Whether the rules are one, of which only limits change, each to a stricter value.</summary>
    public bool IsTighter { get; init; }

    /// <summary>Whether the rule further in asks all that the other asks, word for word.</summary>
    public bool IsAdded { get; }

    /// <summary>What could not be followed: the first such term, else the condition of the rule further in.</summary>
    public string Term => Short(Vocabulary.Opaque.Count > 0 ? Vocabulary.Opaque[0] : _conditions);

    /// <summary>Looks for a row.</summary>
    /// <param name="goal">What is to hold of it.</param>
    /// <param name="budget">How much may be done.</param>
    public SearchResult Search(Formula goal, SearchBudget budget) => new Search(Vocabulary, budget).Run([goal, .. _axioms]);

    /// <summary>A model of the same goal in which as few facts as possible have to be missing.</summary>
    /// <param name="goal">What is to hold.</param>
    /// <param name="model">A model of it.</param>
    /// <param name="budget">How much may be done.</param>
    public Model Readable(Formula goal, Model model, SearchBudget budget)
    {
        List<Formula> kept = [];
        Model best = model;
        for (int flag = 0; flag < model.Flags.Length; flag++)
        {
            if (best.Flags[flag] == true || (best.Flags[flag] is null && !IsNarrowed(best, flag))) continue;
            FlagFormula known = new(flag, true);
            if (Search(Formula.All([goal, .. kept, known]), budget).Model is not { } better) continue;
            best = better;
            kept.Add(known);
        }

        return best;
    }

    // A value was settled without saying that it is known: either would do, and a value is easier to read.
    private bool IsNarrowed(Model model, int flag) => Vocabulary.Variables.Exists(v => v.Flag == flag && !v.Domain.Equals(model.State.DomainAt(v.Number)));

    private static string Text(ReadingScope scope, ComparedRule rule)
    {
        IEnumerable<string> names = new[] { rule.Form.Applies, rule.Form.Holds }.SelectMany(ExpressionWalker.SelfAndDescendants).OfType<ParameterExpression>().Select(p => p.Name);
        IEnumerable<string> values = names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(scope.Parameters.Texts);
        return string.Join('\n', values.Prepend(scope.Text(rule.Form.Holds)).Prepend(scope.Text(rule.Form.Applies)));
    }

    private static ReadingScope ScopeOf(ProofWorld world, string subject, ComparedRule rule) => new(
        new ExpressionScope(world.Schema, subject, System.Collections.Immutable.ImmutableSortedDictionary.Create<string, ParameterSignature>(StringComparer.Ordinal)),
        rule.Parameters,
        rule.Counted)
    {
        IsOpen = rule.IsOpen,
    };

    private static string Short(string text) => text.Length <= LongestTerm ? text : $"{text[..LongestTerm]}…";
}
