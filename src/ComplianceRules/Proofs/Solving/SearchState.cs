using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>What a search has settled so far: flags, the values left of each variable, and sums of several.</summary>
/// <remarks>For one search and one thread.</remarks>
internal sealed class SearchState
{
    private readonly bool?[] _flags;
    private readonly Domain[] _domains;
    private readonly List<SumFormula> _sums;

    /// <summary>Begins with nothing settled.</summary>
    /// <param name="vocabulary">The flags and variables.</param>
    public SearchState(Vocabulary vocabulary)
        : this(new bool?[vocabulary.Flags.Count], [.. vocabulary.Variables.Select(v => v.Domain)], [])
    {
    }

    private SearchState(bool?[] flags, Domain[] domains, List<SumFormula> sums) => (_flags, _domains, _sums) = (flags, domains, sums);

    /// <summary>The sums of several variables that must hold.</summary>
    public IReadOnlyList<SumFormula> Sums => _sums;

    /// <summary>Whether a flag is set; null where nothing is settled.</summary>
    /// <param name="flag">The flag.</param>
    public bool? FlagAt(int flag) => _flags[flag];

    /// <summary>The values left of a variable.</summary>
    /// <param name="variable">The variable.</param>
    public Domain DomainAt(int variable) => _domains[variable];

    /// <summary>A state that goes its own way from here.</summary>
    public SearchState Copy() => new([.. _flags], [.. _domains], [.. _sums]);

    /// <summary>Settles a flag or a sum.</summary>
    /// <param name="leaf">A formula that is not joined.</param>
    /// <returns>Whether that agrees with what was settled before, as far as single variables tell.</returns>
    public bool Settle(Formula leaf)
    {
        switch (leaf)
        {
            case ConstantFormula constant:
                return constant.Truth;
            case FlagFormula flag:
                bool agrees = _flags[flag.Flag] is not { } before || before == flag.IsSet;
                _flags[flag.Flag] = flag.IsSet;
                return agrees;
            case SumFormula { Variable: >= 0 } sum:
                Domain narrowed = _domains[sum.Variable].Narrowed(sum.Relation, sum.Bound);
                _domains[sum.Variable] = narrowed;
                return !narrowed.IsEmpty;
            case SumFormula sum:
                _sums.Add(sum);
                return Answer(sum) != false;
            default:
                throw new ArgumentOutOfRangeException(nameof(leaf));
        }
    }

    /// <summary>Forgets a sum.</summary>
    /// <param name="sum">The sum.</param>
    public void Drop(SumFormula sum) => _sums.Remove(sum);

    /// <summary>Whether a formula holds whatever the rest turns out to be, or never does; null where that is open.</summary>
    /// <param name="formula">The formula.</param>
    public bool? Answer(Formula formula)
    {
        switch (formula)
        {
            case ConstantFormula constant:
                return constant.Truth;
            case FlagFormula flag:
                return _flags[flag.Flag] is { } known ? known == flag.IsSet : null;
            case SumFormula { Variable: >= 0 } sum:
                return _domains[sum.Variable].Answer(sum.Relation, sum.Bound);
            case SumFormula sum:
                return AnswerOf(sum);
            default:
                return AnswerOf((JoinedFormula)formula);
        }
    }

    private bool? AnswerOf(JoinedFormula joined)
    {
        bool? all = joined.IsAll;
        foreach (Formula part in joined.Parts)
        {
            bool? answer = Answer(part);
            if (answer == !joined.IsAll) return answer;
            if (answer is null) all = null;
        }

        return all;
    }

    // By the least and the largest that the sum can come to.
    private bool? AnswerOf(SumFormula sum)
    {
        Interval range = Interval.Point(sum.Sum.Constant);
        foreach ((int variable, Rational factor) in sum.Sum.Terms)
            range = IntervalArithmetic.Add(range, IntervalArithmetic.Multiply(_domains[variable].Range, Interval.Point(factor)));
        return Domain.Of(range).Answer(sum.Relation, Rational.Zero);
    }
}
