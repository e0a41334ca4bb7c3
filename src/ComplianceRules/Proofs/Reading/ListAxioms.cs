namespace ComplianceRules.Proofs;

/// <summary>What follows from one question to a list for another: if what breaks one condition breaks the other, so does it for all items, and so on.</summary>
internal static class ListAxioms
{
    private const int MostPairs = 400;

    /// <summary>What always holds between the questions that were met.</summary>
    /// <param name="vocabulary">The questions.</param>
    /// <param name="budget">How much may be done.</param>
    public static List<Formula> Of(Vocabulary vocabulary, SearchBudget budget)
    {
        List<Formula> axioms = [];
        int pairs = 0;
        foreach (ListTerm one in vocabulary.Lists)
        {
            foreach (ListTerm other in vocabulary.Lists)
            {
                if (ReferenceEquals(one, other) || one.List != other.List || one.Kind != other.Kind || ++pairs > MostPairs) continue;
                Add(axioms, one, other, (p, q) => Implies(vocabulary.World, one, other, p, q, budget));
            }
        }

        return axioms;
    }

    private static void Add(List<Formula> axioms, ListTerm one, ListTerm other, Func<Func<Truth, Formula>, Func<Truth, Formula>, bool> implies)
    {
        Truth first = ConditionReader.Bit(one.Variable);
        Truth second = ConditionReader.Bit(other.Variable);
        switch (one.Kind)
        {
            case ListKind.All or ListKind.Exists:
                if (implies(IsTrue, IsTrue)) axioms.Add(Formula.Any(first.True.Opposite, second.True));
                if (implies(IsFalse, IsFalse)) axioms.Add(Formula.Any(first.False.Opposite, second.False));
                break;
            case ListKind.Count:
                Formula known = Formula.All(ConditionReader.Known(one.Variable), ConditionReader.Known(other.Variable));
                if (implies(IsTrue, IsTrue)) axioms.Add(Formula.Any(known.Opposite, AtMost(one, other)));
                break;
            case ListKind.Least:
                if (implies(IsTrue, IsTrue)) axioms.Add(AtMost(one, other));
                break;
            default:
                if (implies(IsNotFalse, IsNotFalse)) axioms.Add(AtMost(one, other));
                break;
        }
    }

    private static Formula IsTrue(Truth truth) => truth.True;

    private static Formula IsFalse(Truth truth) => truth.False;

    private static Formula IsNotFalse(Truth truth) => truth.False.Opposite;

    private static Formula AtMost(ListTerm one, ListTerm other) =>
        SumFormula.Of(LinearSum.OfVariable(one.Variable.Number).Minus(LinearSum.OfVariable(other.Variable.Number)), Relation.AtMost);

    // Whether on every item, whatever its facts, one condition's answer brings the other's along.
    private static bool Implies(ProofWorld world, ListTerm one, ListTerm other, Func<Truth, Formula> from, Func<Truth, Formula> to, SearchBudget budget)
    {
        Vocabulary items = new(world);
        Truth first = new ConditionReader(items, one.Inside).Read(one.Body);
        Truth second = new ConditionReader(items, other.Inside).Read(other.Body);
        SearchResult found = new Search(items, budget).Run([from(first), to(second).Opposite, .. items.Axioms]);
        return found is { Model: null, IsCertain: true };
    }
}
