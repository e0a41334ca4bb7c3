using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Descends to changes that put a breach right, and again each time that the judge finds another rule broken by them, with that rule among what has to be kept.</summary>
/// <param name="trials">Makes the judge.</param>
/// <param name="breach">The breach.</param>
internal sealed class LearningDescent(ChangeTrials trials, CorrectedBreach breach)
{
    private const int MostRounds = 8;
    private const int MostLearned = 200;

    private readonly List<GroundNode> _kept = [];

    /// <summary>Changes that the judge agrees to; none where none were found.</summary>
    /// <param name="free">The facts that may change at first.</param>
    public ImmutableArray<(ChangeableFact Fact, long Number)> Find(IEnumerable<int> free)
    {
        HashSet<int> reach = [.. free];
        for (int round = 0; round < MostRounds && _kept.Count <= MostLearned; round++)
        {
            ImmutableArray<(ChangeableFact Fact, long Number)> changes = Descended(reach);
            if (changes.IsEmpty) return [];
            ChangeTrial trial = trials.Of(breach, trials.Goals(breach, changes.Select(c => c.Fact)));
            if (trial.Worsened(changes) is not { } worsened || worsened.Any(g => !g.IsKeptNow)) return [];
            if (worsened.IsEmpty) return changes;
            foreach (GroundNode kept in worsened.Select(g => trials.Kept(breach, g)))
            {
                _kept.Add(kept);
                reach.UnionWith(kept.Facts);
            }
        }

        return [];
    }

    private ImmutableArray<(ChangeableFact Fact, long Number)> Descended(HashSet<int> reach)
    {
        ImmutableArray<int>[] totals = [.. breach.Facts.Totals.Where(t => t.Any(reach.Contains))];
        reach.UnionWith(totals.SelectMany(t => t));
        ChangeBox all = ChangeBox.Of([.. breach.Facts.All], reach.Contains);
        int looks = ChangeEffort.Looks(breach.Parts);
        ShortfallSum sum = new([.. breach.Needed, .. _kept], all, trials.Reader, looks);
        return new ChangeDescent(sum, all, new DescentMoves(all, totals, looks)).Find();
    }
}
