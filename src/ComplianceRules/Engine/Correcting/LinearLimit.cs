using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A sum of facts that has to stay at or below a number.</summary>
/// <remarks>Immutable. Works with doubles: what it says may be too lax by a rounding, never too strict.</remarks>
internal sealed class LinearLimit
{
    private const double Rounding = 1e-9;

    // What a product or a sum of doubles may be wrong by, in parts of what went into it.
    private const double Rounded = 5e-16;

    // What a quotient of three numbers may be wrong by; numbers of 15 digits differ by more.
    private const double RoundedSteps = 7e-16;

    // The cheapest first.
    private readonly (SteppedFact Fact, int Place, double Factor)[] _terms;
    private readonly double _most;

    private LinearLimit((SteppedFact Fact, int Place, double Factor)[] terms, double most)
    {
        _terms = terms;
        double scale = Math.Max(1, Math.Abs(most));
        _most = most + (scale * Rounding);
        Slack = scale * Rounding;
    }

    private double Slack { get; }

    /// <summary>The limits that a comparison of a sum with 0 sets; none where it is not one of order or equality.</summary>
    /// <param name="sum">The sum; all its facts are numbers, times or days.</param>
    /// <param name="comparison">How it is compared with 0.</param>
    /// <param name="facts">The facts.</param>
    public static IEnumerable<LinearLimit> Of(LinearSumOfFacts sum, ComparisonOperator comparison, Func<int, ChangeableFact> facts)
    {
        if (comparison is ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Equal) yield return Upper(sum, comparison, facts, 1);
        if (comparison is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual or ComparisonOperator.Equal) yield return Upper(sum, comparison, facts, -1);
    }

    /// <summary>What it costs at least, beyond the box's own cost, to keep it; infinite where it cannot be kept.</summary>
    /// <param name="box">The box.</param>
    public double Extra(ChangeBox box)
    {
        double excess = Excess(box);
        if (excess <= 0) return 0;
        double cost = 0;
        foreach ((SteppedFact fact, int place, double factor) in _terms)
        {
            double room = Room(fact, place, factor, box) + Doubt(Math.Abs(factor * fact.NearAt(Far(place, factor, box))));
            double taken = Math.Min(room, excess);
            cost += taken * UnitCost((fact, place, factor));
            excess -= taken;
            if (excess <= Slack) return cost * (1 - Rounding);
        }

        return double.PositiveInfinity;
    }

    /// <summary>The facts that bring it down, the cheapest first, with the value of each that would be enough alone.</summary>
    /// <param name="box">The box.</param>
    public IEnumerable<ChangeStep> Ways(ChangeBox box)
    {
        double excess = Excess(box);
        foreach ((SteppedFact fact, int place, double factor) in _terms.Where(t => Room(t.Fact, t.Place, t.Factor, box) > 0))
            yield return new ChangeStep(place, Enough(fact, place, factor, excess, box));
    }

    /// <summary>The box without values that can keep it with no values of the others; null where nothing is left.</summary>
    /// <param name="box">The box.</param>
    public ChangeBox? Narrow(ChangeBox box)
    {
        double[] least = [.. _terms.Select(t => Least(t, box))];
        double[] sizes = [.. least.Select(Math.Abs)];
        if (least.Sum() - Doubt(sizes.Sum()) > _most) return null;
        (double[] others, double[] sizesOfOthers) = (WithoutEach(least), WithoutEach(sizes));
        for (int i = 0; i < _terms.Length; i++)
        {
            (SteppedFact Fact, int Place, double Factor) term = _terms[i];
            if (box.IsFixed(term.Place)) continue;
            double most = (_most - others[i] + Doubt(sizesOfOthers[i])) / term.Factor;
            (long low, long high) = (box.Low(term.Place), box.High(term.Place));
            if (term.Factor > 0) high = Math.Min(high, term.Fact.LastUpTo(most));
            else low = Math.Max(low, FirstFrom(term.Fact, most));
            if (low > high) return null;
            if (low != box.Low(term.Place) || high != box.High(term.Place)) box = box.With(term.Place, low, high);
        }

        return box;
    }

    // Not the sum of all less each one: where the values of that one reach far, nothing would be left of the others.
    private static double[] WithoutEach(double[] numbers)
    {
        double[] sums = new double[numbers.Length];
        double before = 0;
        for (int i = 0; i < numbers.Length; before += numbers[i++]) sums[i] = before;
        double behind = 0;
        for (int i = numbers.Length - 1; i >= 0; behind += numbers[i--]) sums[i] += behind;
        return sums;
    }

    private static LinearLimit Upper(LinearSumOfFacts sum, ComparisonOperator comparison, Func<int, ChangeableFact> facts, int sign)
    {
        (SteppedFact Fact, int Place, double Factor)[] terms = [.. sum.Factors.Select(f => (Fact: (SteppedFact)facts(f.Key), Place: f.Key, Factor: f.Value * sign)).OrderBy(UnitCost)];
        return new LinearLimit(terms, (-sum.Constant * sign) - Gap(terms, comparison, sum.Constant));
    }

    // Whole steps end a step before a limit that is excluded and is a whole step itself; one that is none excludes no step.
    private static double Gap((SteppedFact Fact, int Place, double Factor)[] terms, ComparisonOperator comparison, double constant)
    {
        if (comparison is not (ComparisonOperator.Less or ComparisonOperator.Greater) || terms is not [var term] || !term.Fact.IsOnSteps) return 0;
        double step = term.Fact.Step * Math.Abs(term.Factor);
        double limit = Math.Abs(constant) / step;
        bool isStep = Math.Abs(limit - Math.Round(limit)) <= limit * RoundedSteps;
        return isStep && step > Math.Max(1, Math.Abs(constant)) * 1e-6 ? Math.Max(1, Math.Abs(constant)) * 2 * Rounding : 0;
    }

    private static double Least((SteppedFact Fact, int Place, double Factor) term, ChangeBox box) =>
        term.Factor * term.Fact.NearAt(term.Factor > 0 ? box.Low(term.Place) : box.High(term.Place));

    private static long FirstFrom(SteppedFact fact, double least)
    {
        long last = fact.LastUpTo(least);
        return last >= fact.Lowest && fact.NearAt(last) >= least ? last : last + 1;
    }

    // What a unit less of the sum costs.
    private static double UnitCost((SteppedFact Fact, int Place, double Factor) term) =>
        (term.Factor > 0 ? term.Fact.CostDown : term.Fact.CostUp) / (term.Fact.Step * Math.Abs(term.Factor));

    private double Excess(ChangeBox box)
    {
        (double sum, double size) = (0, 0);
        foreach ((SteppedFact fact, int place, double factor) in _terms)
        {
            double now = factor * fact.NearAt(box.Nearest(place));
            (sum, size) = (sum + now, size + Math.Abs(now));
        }

        return sum - Doubt(size) - _most;
    }

    private double Doubt(double size) => size * (_terms.Length + 4) * Rounded;

    // How much the fact can take off the sum, from its cheapest value on; on its way to the present value it would be cheaper, and so it is that already.
    private static double Room(SteppedFact fact, int place, double factor, ChangeBox box)
    {
        long nearest = box.Nearest(place);
        return Math.Abs(factor * (fact.NearAt(Far(place, factor, box)) - fact.NearAt(nearest)));
    }

    private static long Far(int place, double factor, ChangeBox box) => factor > 0 ? box.Low(place) : box.High(place);

    private static long? Enough(SteppedFact fact, int place, double factor, double excess, ChangeBox box)
    {
        double wanted = fact.NearAt(box.Nearest(place)) - (excess / factor);
        long target = factor > 0 ? fact.LastUpTo(wanted) : FirstFrom(fact, wanted);
        return target >= box.Low(place) && target <= box.High(place) ? target : null;
    }
}
