using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>Finds values for what a search has settled: single variables by their domains, sums of several by eliminating one variable after another, exactly.</summary>
/// <param name="vocabulary">The variables.</param>
/// <param name="state">What is settled.</param>
/// <param name="budget">How much may be done.</param>
internal sealed class LinearSystem(Vocabulary vocabulary, SearchState state, SearchBudget budget)
{
    private const int MostInequalities = 300;
    private const int MostBranches = 40;

    private int _branches;

    /// <summary>Looks for values.</summary>
    public SearchResult Solve() => Solve(state);

    private SearchResult Solve(SearchState at)
    {
        if (++_branches > MostBranches || budget.IsSpent) return SearchResult.Unsure;
        List<int> summed = [.. at.Sums.SelectMany(s => s.Sum.Terms).Select(t => t.Variable).Distinct().Order()];
        Rational?[] values = new Rational?[vocabulary.Variables.Count];
        if (summed.Count > 0)
        {
            List<Inequality> all = [.. at.Sums.SelectMany(s => Inequality.Of(s)), .. summed.SelectMany(v => Bounds(v, at.DomainAt(v)))];
            if (Eliminate(all, summed, out Stack<(int Variable, List<Inequality> By)> order) is not { } isPossible) return SearchResult.Unsure;
            if (!isPossible) return SearchResult.None;
            if (Place(order, values, at) is { } stuck) return Branch(at, stuck.Variable, stuck.Value);
            if (at.Sums.FirstOrDefault(s => s.Relation == Relation.Unequal && Amount(s.Sum, values).IsZero) is { } met) return Part(at, met);
        }

        return Complete(at, values);
    }

    private SearchResult Complete(SearchState at, Rational?[] values)
    {
        Rational[] chosen = new Rational[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if ((values[i] ?? ValueChoice.Of(at.DomainAt(i), vocabulary.Variables[i].Domain)) is not { } value) return SearchResult.Unsure;
            chosen[i] = value;
        }

        return new SearchResult(new Model([.. Enumerable.Range(0, vocabulary.Flags.Count).Select(at.FlagAt)], chosen, at), true);
    }

    private static IEnumerable<Inequality> Bounds(int variable, Domain domain)
    {
        LinearSum sum = LinearSum.OfVariable(variable);
        if (domain.Range.Low is { } low) yield return new Inequality(LinearSum.Of(low.Value).Minus(sum), !low.IsIncluded);
        if (domain.Range.High is { } high) yield return new Inequality(sum.Minus(LinearSum.Of(high.Value)), !high.IsIncluded);
    }

    // Whether values can exist, as far as fractions go; null where the system outgrows its bound.
    private bool? Eliminate(List<Inequality> all, List<int> variables, out Stack<(int Variable, List<Inequality> By)> order)
    {
        order = new();
        List<int> left = [.. variables];
        while (left.Count > 0)
        {
            budget.Take(left.Count * all.Count);
            int next = left.MinBy(v => all.Count(i => i.Factor(v) > Rational.Zero) * all.Count(i => i.Factor(v) < Rational.Zero));
            left.Remove(next);
            List<Inequality> upper = all.FindAll(i => i.Factor(next) > Rational.Zero);
            List<Inequality> lower = all.FindAll(i => i.Factor(next) < Rational.Zero);
            order.Push((next, [.. upper, .. lower]));
            all = all.FindAll(i => i.Factor(next).IsZero);
            budget.Take(upper.Count * lower.Count * (left.Count + 1));
            if (all.Count + (upper.Count * lower.Count) > MostInequalities || budget.IsSpent) return null;
            foreach (Inequality one in upper)
            {
                foreach (Inequality other in lower) Add(all, Combined(one, other, next));
            }
        }

        return !all.Exists(i => i.Fails);
    }

    private static void Add(List<Inequality> all, Inequality made)
    {
        if (made.Fails || !made.Sum.IsConstant) all.Add(made);
    }

    private static Inequality Combined(Inequality upper, Inequality lower, int variable) => new(
        upper.Sum.Times(-lower.Factor(variable)).Plus(lower.Sum.Times(upper.Factor(variable))), upper.IsStrict || lower.IsStrict);

    // Gives each variable a value that the inequalities leave it; the first that has none on its step is told.
    private (int Variable, Rational Value)? Place(Stack<(int Variable, List<Inequality> By)> order, Rational?[] values, SearchState at)
    {
        while (order.TryPop(out (int Variable, List<Inequality> By) next))
        {
            Domain domain = at.DomainAt(next.Variable);
            Interval range = Interval.All;
            foreach (Inequality by in next.By)
            {
                Rational factor = by.Factor(next.Variable);
                Rational bound = -Amount(by.Sum, values) / factor;
                IntervalEnd end = by.IsStrict ? IntervalEnd.Before(bound) : IntervalEnd.At(bound);
                range = range.Within(factor > Rational.Zero ? Interval.Of(null, end) : Interval.Of(end, null));
            }

            Domain open = domain with { Range = domain.Range.Within(range) };
            if (ValueChoice.Of(open, vocabulary.Variables[next.Variable].Domain) is not { } value)
                return (next.Variable, ValueChoice.Of(Domain.Of(range), Domain.Of(Interval.All)) ?? Rational.Zero);
            values[next.Variable] = value;
        }

        return null;
    }

    // The sum of what has a value.
    private static Rational Amount(LinearSum sum, Rational?[] values)
    {
        Rational amount = sum.Constant;
        foreach ((int variable, Rational factor) in sum.Terms)
        {
            if (values[variable] is { } value) amount += factor * value;
        }

        return amount;
    }

    // Either below or above a value that the variable cannot have.
    private SearchResult Branch(SearchState at, int variable, Rational value)
    {
        if (at.DomainAt(variable).Contains(value)) return SearchResult.Unsure;
        LinearSum sum = LinearSum.OfVariable(variable).Minus(LinearSum.Of(value));
        return Either(at, SumFormula.Of(sum, Relation.Below), SumFormula.Of(sum, Relation.Above));
    }

    private SearchResult Part(SearchState at, SumFormula met)
    {
        SearchState rest = at.Copy();
        rest.Drop(met);
        return Either(rest, SumFormula.Of(met.Sum, Relation.Below), SumFormula.Of(met.Sum, Relation.Above));
    }

    private SearchResult Either(SearchState at, Formula one, Formula other)
    {
        SearchState first = at.Copy();
        SearchResult found = first.Settle(one) ? Solve(first) : SearchResult.None;
        if (found.Model is not null) return found;
        SearchState second = at.Copy();
        SearchResult last = second.Settle(other) ? Solve(second) : SearchResult.None;
        return last.Model is not null || found.IsCertain ? last : SearchResult.Unsure;
    }
}
