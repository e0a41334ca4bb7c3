using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Finds rows that the lists of a witness may be made of: for each question to a list one row that meets it and one that does not.</summary>
/// <param name="vocabulary">The questions, and the facts around.</param>
/// <param name="scope">What names mean outside of the lists.</param>
/// <param name="model">What is settled of the facts around.</param>
/// <param name="budget">How much may be done.</param>
internal sealed class ItemRows(Vocabulary vocabulary, ReadingScope scope, Model model, SearchBudget budget)
{
    private const int MostKinds = 6;

    /// <summary>The lists that are asked, each with kinds of rows.</summary>
    public IEnumerable<(ChildListPath List, ImmutableArray<ImmutableArray<SketchedFact>> Rows)> Find()
    {
        List<(ChildListPath List, ImmutableArray<SketchedFact> Row)> found = [];
        foreach (ListTerm term in vocabulary.Lists)
        {
            if (BaseOf(term.Variable.Term!) is not { } list) continue;
            foreach (bool truth in (bool[])[true, false]) Add(found, list, Solve(term, truth));
        }

        foreach (ProofVariable variable in vocabulary.Variables.Where(v => v.Term is AggregateExpression))
        {
            AggregateExpression aggregate = (AggregateExpression)variable.Term!;
            if (BaseOf(aggregate.List) is { } list) Add(found, list, Solve(aggregate.List, model.Values[variable.Number]));
        }

        return found.GroupBy(f => f.List).Select(g => (g.Key, g.Select(f => f.Row).DistinctBy(TextOf).Take(MostKinds).ToImmutableArray()));
    }

    /// <summary>The list of rows that an expression goes through in the end; null where there is none.</summary>
    /// <param name="term">The expression.</param>
    public static ChildListPath? BaseOf(TypedExpression term) => term switch
    {
        RowsExpression e => e.List,
        MacroExpression e => BaseOf(e.List),
        AggregateExpression e => BaseOf(e.List),
        AnyChildExpression e => e.List,
        ChildShareExpression e => e.List,
        _ => null,
    };

    private static string TextOf(ImmutableArray<SketchedFact> row) => string.Join(';', row.Select(f => $"{f.Field.Name}={f.Value?.Text ?? "?"}"));

    private static void Add(List<(ChildListPath List, ImmutableArray<SketchedFact> Row)> found, ChildListPath list, ImmutableArray<SketchedFact>? row)
    {
        if (row is { } facts) found.Add((list, facts));
    }

    private ImmutableArray<SketchedFact>? Solve(ListTerm term, bool truth)
    {
        Vocabulary items = new(vocabulary.World);
        ConditionReader reader = new(items, term.Inside);
        Truth body = reader.Read(term.Body);
        List<Formula> wanted = [truth ? body.True : body.False];
        if (term.Variable.Term is ChildShareExpression share) wanted.Add(reader.Read(share.Where).True);
        if (term.Variable.Term is MacroExpression macro) wanted.AddRange(Kept(items, term.Inside, macro.List));
        return Solve(items, wanted);
    }

    // A row that an aggregate goes through with a value: of one such row least, largest, sum and mean are that value.
    private ImmutableArray<SketchedFact>? Solve(TypedExpression list, Rational value)
    {
        if (list is not MacroExpression { Kind: MacroKind.Map } map) return null;
        Vocabulary items = new(vocabulary.World);
        ConditionReader reader = new(items, scope.Inside(map.Variable));
        if (map.Body.Type.Kind is Facts.FieldType.Bool or Facts.FieldType.Set) return null;
        if (TermReader.Compare(reader.Terms.Read(map.Body), Term.Of(value), Relation.Equal) is not { } same) return null;
        return Solve(items, [same.True, .. Kept(items, reader.Scope, map.List)]);
    }

    private static IEnumerable<Formula> Kept(Vocabulary items, ReadingScope inside, TypedExpression list)
    {
        for (TypedExpression at = list; at is MacroExpression { Kind: MacroKind.Filter } filter; at = filter.List)
            yield return new ConditionReader(items, inside).Read(filter.Body).True;
    }

    private ImmutableArray<SketchedFact>? Solve(Vocabulary items, List<Formula> wanted)
    {
        SearchResult found = new Search(items, budget).Run([.. wanted, .. items.Axioms, .. StageAxioms.Of(items), .. Around(items)]);
        if (found.Model is null) return null;
        return [.. FactValues.Of(items, found.Model).Where(f => f.Row.Frame > 0 && !IsAround(f.Row))];
    }

    private bool IsAround(RowPath row) => row.Frame == 0 || vocabulary.Variables.Exists(v => v.Fact is { } fact && fact.Row.Table == row.Table);

    // Facts of the subject and of rows above it are what the model says.
    private IEnumerable<Formula> Around(Vocabulary items)
    {
        foreach (ProofVariable item in items.Variables.Where(v => v.Fact is not null && v.Member is null && IsAround(v.Fact.Row)))
        {
            ProofVariable? outer = vocabulary.Variables.Find(v => v.Member is null && v.Fact?.Field?.Name == item.Fact!.Field!.Name && v.Fact.Row.Table == item.Fact.Row.Table);
            if (outer is null || outer.Flag < 0 || model.Flags[outer.Flag] is not { } isKnown) continue;
            Formula known = ConditionReader.Known(item);
            yield return isKnown ? known : known.Opposite;
            if (isKnown && item.Fact!.Field!.Type is not (Facts.FieldType.Enum or Facts.FieldType.Text))
                yield return SumFormula.Of(LinearSum.OfVariable(item.Number).Minus(LinearSum.Of(model.Values[outer.Number])), Relation.Equal);
            else if (isKnown && model.Values[outer.Number].Numerator < vocabulary.Texts.Count)
                yield return SumFormula.Of(LinearSum.OfVariable(item.Number).Minus(LinearSum.Of(Rational.Of(items.Text(vocabulary.Texts[(int)model.Values[outer.Number].Numerator])))), Relation.Equal);
        }
    }
}
