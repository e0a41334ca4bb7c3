using System.Runtime.CompilerServices;

namespace ComplianceRules.Proofs;

/// <summary>Looks for flags and values for which formulas hold: what follows is settled at once, then one open choice is tried after another.</summary>
/// <remarks>For one thread. Deterministic. Exact where all conditions are of one variable each.</remarks>
/// <param name="vocabulary">The flags and variables.</param>
/// <param name="budget">How much it may do.</param>
internal sealed class Search(Vocabulary vocabulary, SearchBudget budget)
{
    /// <summary>Looks for a model.</summary>
    /// <param name="formulas">What must hold, with what always holds.</param>
    public SearchResult Run(params IEnumerable<Formula> formulas)
    {
        SearchState state = new(vocabulary);
        List<JoinedFormula> open = [];
        foreach (Formula formula in formulas)
        {
            if (!Assert(formula, state, open)) return SearchResult.None;
        }

        return Go(state, open);
    }

    private SearchResult Go(SearchState state, List<JoinedFormula> open)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return SearchResult.Unsure;
        if (!Propagate(state, open)) return SearchResult.None;
        if (budget.IsSpent) return SearchResult.Unsure;
        if (open.Count == 0) return new LinearSystem(vocabulary, state, budget).Solve();
        JoinedFormula choice = open.MinBy(o => o.Parts.Count(p => state.Answer(p) is null))!;
        open.Remove(choice);
        bool isCertain = true;
        foreach (Formula part in choice.Parts.Where(p => state.Answer(p) is null).OrderBy(Rank).ToArray())
        {
            SearchState own = state.Copy();
            List<JoinedFormula> rest = [.. open];
            SearchResult found = Assert(part, own, rest) ? Go(own, rest) : SearchResult.None;
            if (found.Model is not null) return found;
            isCertain &= found.IsCertain;
            // What has been tried is out from here on: so no two choices look at the same rows.
            if (part is not JoinedFormula && !state.Settle(part.Opposite)) break;
        }

        return isCertain ? SearchResult.None : SearchResult.Unsure;
    }

    // Values before what is missing: a witness is read by people.
    private static int Rank(Formula formula) => formula switch
    {
        SumFormula { Variable: >= 0 } => 0,
        SumFormula => 1,
        FlagFormula { IsSet: true } => 2,
        JoinedFormula => 3,
        _ => 4,
    };

    private bool Assert(Formula formula, SearchState state, List<JoinedFormula> open)
    {
        budget.Take();
        if (formula is not JoinedFormula joined) return state.Settle(formula);
        if (joined.IsAll) return joined.Parts.All(p => Assert(p, state, open));
        open.Add(joined);
        return true;
    }

    // Drops what holds anyway and settles what has one way left, until nothing changes.
    private bool Propagate(SearchState state, List<JoinedFormula> open)
    {
        for (bool changed = true; changed && !budget.IsSpent;)
        {
            changed = false;
            for (int i = open.Count - 1; i >= 0; i--)
            {
                JoinedFormula any = open[i];
                budget.Take(any.Parts.Length);
                if (Left(any, state, out Formula? only) is not { } left) open.RemoveAt(i);
                else if (left == 0) return false;
                else if (left == 1)
                {
                    open.RemoveAt(i);
                    if (!Assert(only!, state, open)) return false;
                    changed = true;
                }
            }
        }

        return true;
    }

    // How many ways are left; null where it holds anyway.
    private static int? Left(JoinedFormula any, SearchState state, out Formula? only)
    {
        only = null;
        int left = 0;
        foreach (Formula part in any.Parts)
        {
            switch (state.Answer(part))
            {
                case true:
                    return null;
                case null:
                    left++;
                    only = part;
                    break;
                default:
                    break;
            }
        }

        return left;
    }
}
