using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Looks for the cheapest values of facts under which conditions can hold and a judge agrees.</summary>
/// <remarks>
/// Best first: boxes of values wait in the order of what they cost at least, and the first corner that the judge agrees to is the cheapest there is.
/// Boxes that no value of which can do are cut off by the ranges of the conditions and by sums of facts that have limits. What it promises does not rest on bounds being sharp.
/// </remarks>
/// <param name="wanted">What has to be true.</param>
/// <param name="agrees">Whether the changes do: the judge.</param>
/// <param name="effort">How much it may do.</param>
internal sealed class ChangeSearch(GroundNode wanted, Func<ImmutableArray<(ChangeableFact Fact, long Number)>, bool> agrees, ChangeEffort effort)
{
    private const int MostRounds = 6;

    private readonly ImmutableArray<LinearLimit> _limits = [.. NecessaryLimits.Of(wanted)];
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private long _made;
    private int _judged;

    /// <summary>The changes; none where there are none or none were found.</summary>
    /// <param name="all">All values of the facts.</param>
    public FoundChanges Find(ChangeBox all)
    {
        if (Narrowed(all) is not { } box) return new FoundChanges([], IsCheapest: false, IsComplete: true);
        (ImmutableArray<(ChangeableFact Fact, long Number)> found, bool isComplete) = Search(box, isBestFirst: true);
        bool isCheapest = !found.IsEmpty || isComplete;
        return new FoundChanges(found, isCheapest, isCheapest);
    }

    /// <summary>Changes that need not be the cheapest, found by what is nearest to an answer; none where none were found.</summary>
    /// <param name="all">All values of the facts.</param>
    public ImmutableArray<(ChangeableFact Fact, long Number)> FindAny(ChangeBox all)
    {
        ImmutableArray<(ChangeableFact Fact, long Number)> found = Narrowed(all) is { } box ? Search(box, isBestFirst: false).Changes : [];
        return found.IsEmpty ? found : Nearer(found);
    }

    private (ImmutableArray<(ChangeableFact Fact, long Number)> Changes, bool IsComplete) Search(ChangeBox all, bool isBestFirst)
    {
        PriorityQueue<ChangeBox, (double Bound, double Extra, int Changed, long Order)> waiting = new();
        _judged = 0;
        Wait(all, waiting, isBestFirst);
        for (int boxes = 0; boxes < effort.Boxes && _judged < effort.Judged; boxes++)
        {
            if (!waiting.TryDequeue(out ChangeBox? box, out _)) return ([], true);
            if (Corner(box) is { IsEmpty: false } found) return (found, false);
            foreach (ChangeBox part in Parts(box))
            {
                if (Narrowed(part) is { } narrowed) Wait(narrowed, waiting, isBestFirst);
            }
        }

        return ([], waiting.Count == 0);
    }

    private void Wait(ChangeBox box, PriorityQueue<ChangeBox, (double Bound, double Extra, int Changed, long Order)> waiting, bool isBestFirst)
    {
        double extra = Math.Max(wanted.Extra(true, box), _limits.Select(l => l.Extra(box)).DefaultIfEmpty(0).Max());
        if (!double.IsFinite(extra)) return;
        // Of boxes that may cost the same the one that is nearest to an answer goes on.
        waiting.Enqueue(box, (isBestFirst ? box.Cost + extra : extra, extra, box.Changed, --_made));
    }

    private ImmutableArray<(ChangeableFact Fact, long Number)> Corner(ChangeBox box)
    {
        if (double.IsInfinity(wanted.Extra(true, box.Corner()))) return [];
        ImmutableArray<(ChangeableFact Fact, long Number)> changes = [.. box.Changes()];
        // Boxes that differ in values further off have the same corner.
        string corner = string.Join(' ', changes.Select(c => $"{c.Fact}={c.Number}"));
        if (changes.IsEmpty || _refused.Contains(corner)) return [];
        _judged++;
        if (agrees(changes)) return changes;
        _refused.Add(corner);
        return [];
    }

    private ChangeBox? Narrowed(ChangeBox box)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            ChangeBox before = box;
            foreach (LinearLimit limit in _limits)
            {
                if (limit.Narrow(box) is not { } narrowed) return null;
                box = narrowed;
            }

            if (ReferenceEquals(before, box)) break;
        }

        return box;
    }

    private ChangeBox[] Parts(ChangeBox box)
    {
        ChangeStep? way = wanted.Ways(true, box).Concat(_limits.Where(l => l.Extra(box.Corner()) > 0).SelectMany(l => l.Ways(box)))
            .Select(w => (ChangeStep?)w).FirstOrDefault(w => !box.IsFixed(w!.Value.Fact));
        way ??= Enumerable.Range(0, box.Count).Where(f => !box.IsFixed(f)).Select(f => (ChangeStep?)new ChangeStep(f, null)).FirstOrDefault();
        return way is { } step ? Split(box, step) : [];
    }

    private static ChangeBox[] Split(ChangeBox box, ChangeStep step)
    {
        int fact = step.Fact;
        (long low, long high, long nearest) = (box.Low(fact), box.High(fact), box.Nearest(fact));
        if (step.Target is { } target && target != nearest)
        {
            return target > nearest
                ? [box.With(fact, low, target - 1), box.With(fact, target, high)]
                : [box.With(fact, target + 1, high), box.With(fact, low, target)];
        }

        if (nearest == 0)
        {
            ChangeBox[] above = high > 0 ? [box.With(fact, 1, high)] : [];
            ChangeBox[] below = low < 0 ? [box.With(fact, low, -1)] : [];
            return [box.With(fact, 0, 0), .. above, .. below];
        }

        long middle = low + ((high - low) / 2);
        return [box.With(fact, low, middle), box.With(fact, middle + 1, high)];
    }

    // A change that is known to do may do with less of each fact.
    private ImmutableArray<(ChangeableFact Fact, long Number)> Nearer(ImmutableArray<(ChangeableFact Fact, long Number)> changes)
    {
        for (int i = changes.Length - 1; i >= 0; i--)
        {
            if (changes.Length > 1 && agrees(changes.RemoveAt(i)))
            {
                changes = changes.RemoveAt(i);
                continue;
            }

            (long without, long with) = (0, changes[i].Number);
            while (Math.Abs(with - without) > 1)
            {
                long middle = without + ((with - without) / 2);
                if (agrees(changes.SetItem(i, (changes[i].Fact, middle)))) with = middle;
                else without = middle;
            }

            changes = changes.SetItem(i, (changes[i].Fact, with));
        }

        return changes;
    }
}
