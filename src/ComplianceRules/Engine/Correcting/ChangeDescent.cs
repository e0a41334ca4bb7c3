using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Looks for values of facts under which conditions hold that cannot be written as sums with limits: from the present values down, by the move that gains most for what it costs.</summary>
/// <remarks>What it finds need not be the cheapest, and where it finds nothing there may be something. It promises nothing: a judge has to agree.</remarks>
/// <param name="sum">The conditions.</param>
/// <param name="all">All values of the facts.</param>
/// <param name="moves">The moves.</param>
internal sealed class ChangeDescent(ShortfallSum sum, ChangeBox all, DescentMoves moves)
{
    // A longer stride may gain so much less for its cost.
    private const double GainKept = 0.9;

    // What costs nothing, or is on its way back, comes first; of several the one that gains most.
    private const double LeastCost = 1e-30;

    private const int MostRounds = 3;

    /// <summary>The changes; none where none were found.</summary>
    public ImmutableArray<(ChangeableFact Fact, long Number)> Find()
    {
        while (!sum.IsMet && sum.Looks > 0)
        {
            if (!Descends() && !sum.Weigh()) return [];
        }

        if (!sum.IsMet) return [];
        for (int round = 0; round < MostRounds && ComesNearer(); round++) continue;
        return [.. sum.Point.Changes()];
    }

    // Rates are known from before other moves; a move is taken where its rate now is still the best.
    private bool Descends()
    {
        PriorityQueue<ChangeMove, (double Rate, int Order)> waiting = new();
        int made = 0;
        foreach (ChangeMove move in moves.From(sum))
        {
            if (sum.Looks <= 0) break;
            Wait(move, Rate(move));
        }

        bool hasMoved = false;
        while (sum.Looks > 0 && !sum.IsMet && waiting.TryDequeue(out ChangeMove next, out _))
        {
            if (!next.IsWithin(all, sum.Point)) continue;
            double rate = Rate(next);
            if (rate > 0 && !(waiting.TryPeek(out _, out (double Rate, int Order) other) && rate < -other.Rate))
            {
                sum.Take(Longer(next, rate));
                hasMoved = true;
            }

            Wait(next, rate);
        }

        return hasMoved;

        void Wait(ChangeMove move, double rate)
        {
            if (rate > 0) waiting.Enqueue(move, (-rate, made++));
        }
    }

    private ChangeMove Longer(ChangeMove move, double rate)
    {
        while (sum.Looks > 0)
        {
            ChangeMove longer = move with { By = 2 * move.By };
            if (!longer.IsWithin(all, sum.Point) || Rate(longer) < GainKept * rate) return move;
            move = longer;
        }

        return move;
    }

    private double Rate(ChangeMove move)
    {
        double gain = sum.Gain(move);
        return gain <= 0 ? 0 : gain / Math.Max(move.Cost(sum.Point), LeastCost);
    }

    // Each fact goes back as far as all stays true, the dearest first.
    private bool ComesNearer()
    {
        bool hasMoved = false;
        ChangeBox point = sum.Point;
        foreach (int fact in moves.Alone.Where(f => point.Low(f) != 0).OrderByDescending(f => point.Fact(f).Cost(point.Low(f)))) hasMoved |= GoesBack(fact, -1, Math.Abs(point.Low(fact)));
        foreach (ImmutableArray<int> total in moves.Totals)
        {
            foreach (int taker in total)
            {
                foreach (int giver in total) hasMoved |= GoesBack(taker, giver, Math.Min(sum.Point.Low(taker), -sum.Point.Low(giver)));
            }
        }

        return hasMoved;
    }

    private bool GoesBack(int fact, int other, long most)
    {
        int sign = -Math.Sign(sum.Point.Low(fact));
        (long good, long bad) = (0, most + 1);
        for (long tried = most; bad - good > 1 && tried > 0; tried = good + ((bad - good) / 2))
        {
            if (sum.IsMetAfter(new ChangeMove(fact, sign * tried, other))) good = tried;
            else bad = tried;
        }

        if (good > 0) sum.Take(new ChangeMove(fact, sign * good, other));
        return good > 0;
    }
}
