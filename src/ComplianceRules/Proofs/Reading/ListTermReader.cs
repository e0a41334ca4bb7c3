using ComplianceRules.Expressions;
using ComplianceRules.Kinds;

namespace ComplianceRules.Proofs;

/// <summary>Reads what is asked of lists: variables, of which one may follow from another.</summary>
/// <param name="reader">Reads the rest.</param>
internal sealed class ListTermReader(ConditionReader reader)
{
    private const int MostCounted = 3;
    private static readonly Domain Percents = Domain.Of(Interval.Of(IntervalEnd.At(Rational.Zero), IntervalEnd.At(Rational.Of(100))));

    /// <summary>Whether any child row meets a condition.</summary>
    /// <param name="any">The question.</param>
    public Truth Read(AnyChildExpression any) => ConditionReader.Bit(AnyChild(any));

    /// <summary>Whether all or any items meet a condition.</summary>
    /// <param name="macro">The macro.</param>
    public Truth Read(MacroExpression macro) =>
        ConditionReader.Bit(Asked(macro, macro.Kind == MacroKind.All ? ListKind.All : ListKind.Exists));

    /// <summary>How many items meet a condition, or what share of them.</summary>
    /// <param name="macro">The macro.</param>
    public Term Count(MacroExpression macro) => TermReader.OfVariable(Asked(macro, ListKind.Count));

    /// <summary>How many items a list has that another was made of; null for every other aggregate.</summary>
    /// <param name="aggregate">The aggregate.</param>
    public Term? Size(AggregateExpression aggregate)
    {
        if (aggregate is not { Kind: AggregateKind.Size, List: MacroExpression { Kind: MacroKind.Filter } filter }) return null;
        return Count(new MacroExpression(aggregate.Type, MacroKind.Count, filter.List, filter.Variable, filter.Body));
    }

    /// <summary>A share against a limit: true where all that it may turn out to be keeps the limit.</summary>
    /// <param name="comparison">The comparison.</param>
    public Truth Read(ShareComparisonExpression comparison)
    {
        ChildShareExpression share = comparison.Share;
        (ProofVariable least, ProofVariable most) = Ends(share);
        Formula bounded = ConditionReader.Bit(AnyChild(new AnyChildExpression(share.List, share.Where))).True;
        Relation relation = Relations.Of(comparison.Operator);
        Term limit = reader.Terms.Read(comparison.Limit);
        (Truth? low, Truth? high) = (TermReader.Compare(Plain(least), limit, relation), TermReader.Compare(Plain(most), limit, relation));
        if (low is null || high is null) return reader.Opaque.Condition(comparison);
        Formula known = Formula.All(bounded, limit.Known);
        if (relation is not (Relation.Equal or Relation.Unequal))
            return new Truth(Formula.All(known, low.True, high.True), Formula.All(known, low.False, high.False));
        Formula same = Formula.All(TermReader.Compare(Plain(least), limit, Relation.Equal)!.True, TermReader.Compare(Plain(most), limit, Relation.Equal)!.True);
        Formula apart = Formula.Any(TermReader.Compare(Plain(least), limit, Relation.Above)!.True, TermReader.Compare(Plain(most), limit, Relation.Below)!.True);
        Truth equal = new(Formula.All(known, same), Formula.All(known, apart));
        return relation == Relation.Equal ? equal : equal.Not();
    }

    /// <summary>Whether another rule applies to the row at hand: it does not where it is not in force.</summary>
    /// <param name="question">The question.</param>
    public Truth Read(RuleAppliesExpression question) => Counted(question.Rule, question, form => form.Applies, Truth.Of(Formula.False));

    /// <summary>Whether another rule holds for the row at hand: nobody knows where it is not in force.</summary>
    /// <param name="question">The question.</param>
    public Truth Read(RuleVerdictExpression question) => Counted(question.Rule, question, form => form.Holds, Truth.Unknown);

    private Truth Counted(string rule, TypedExpression question, Func<JudgedForm, TypedExpression> part, Truth without)
    {
        if (reader.Scope.Frame >= MostCounted) return reader.Opaque.Condition(question);
        if (reader.Scope.CountedRule(rule) is not { } counted) return without;
        return new ConditionReader(reader.Vocabulary, reader.Scope.Counted(counted.Subject)).Read(part(counted.Form));
    }

    /// <summary>Whether a list was reported.</summary>
    /// <param name="list">The list.</param>
    public FlagFormula IsReported(ChildListPath list) => new(reader.Vocabulary.Flag(new FactPlace(reader.Scope.Text(new RowsExpression(list)), list.Row, null, list.List)), true);

    private static Term Plain(ProofVariable variable) => Term.Of(Formula.True, LinearSum.OfVariable(variable.Number));

    private ProofVariable AnyChild(AnyChildExpression any)
    {
        string list = reader.Scope.Text(new RowsExpression(any.List));
        ReadingScope inside = reader.Scope.InsideChild(any.List.Table);
        ProofVariable variable = reader.Opaque.Variable(any, $"{list}.exists({inside.Text(any.Where)})");
        return Kept(new ListTerm(ListKind.Exists, list, any.Where, inside, variable), any.List);
    }

    private ProofVariable Asked(MacroExpression macro, ListKind kind)
    {
        string list = reader.Scope.Text(macro.List);
        ReadingScope inside = reader.Scope.Inside(macro.Variable);
        ProofVariable variable = reader.Opaque.Variable(macro, $"{list}.{MacroNames.Of(macro.Kind)}({inside.Text(macro.Body)})");
        string of = list + reader.Opaque.Inputs(macro.List);
        string asked = macro.Kind == MacroKind.Share ? $"share of {of}" : of;
        return Kept(new ListTerm(kind, asked, macro.Body, inside, variable), Base(macro.List));
    }

    private (ProofVariable Least, ProofVariable Most) Ends(ChildShareExpression share)
    {
        string list = reader.Scope.Text(new RowsExpression(share.List));
        ReadingScope inside = reader.Scope.InsideChild(share.List.Table);
        string text = reader.Scope.Text(share);
        ProofVariable least = reader.Opaque.Variable(share, $"least of {text}", Percents);
        ProofVariable most = reader.Opaque.Variable(share, $"most of {text}", Percents);
        reader.Vocabulary.Axioms.Add(SumFormula.Of(LinearSum.OfVariable(least.Number).Minus(LinearSum.OfVariable(most.Number)), Relation.AtMost));
        string asked = $"{list} where {inside.Text(share.Where)}{reader.Opaque.Inputs(share.Where)}";
        Kept(new ListTerm(ListKind.Least, asked, share.That, inside, least), share.List);
        Kept(new ListTerm(ListKind.Most, asked, share.That, inside, most), share.List);
        return (least, most);
    }

    private ProofVariable Kept(ListTerm term, ChildListPath? list)
    {
        if (reader.Vocabulary.Lists.Exists(t => t.Variable.Number == term.Variable.Number)) return term.Variable;
        reader.Vocabulary.Lists.Add(term);
        if (list is not null && term.Kind is not (ListKind.Least or ListKind.Most)) reader.Vocabulary.Axioms.Add(Reported(term, list));
        return term.Variable;
    }

    // An answer about rows is known only where they were reported.
    private Formula Reported(ListTerm term, ChildListPath list) => Formula.Any(ConditionReader.Known(term.Variable).Opposite, IsReported(list));

    private static ChildListPath? Base(TypedExpression list) => list switch
    {
        RowsExpression e => e.List,
        MacroExpression e => Base(e.List),
        _ => null,
    };
}
