using System.Collections.Immutable;
using System.Numerics;

namespace ComplianceRules.Expressions;

/// <summary>Finds the smallest set of facts that decides a condition, whatever their values turn out to be.</summary>
/// <remarks>
/// A set suffices where the condition is decided, in three values, for every way in which the atoms that it makes known may turn out, all other atoms unknown. More facts
/// never undo that. So a fact without which all the others do not suffice stands in every set that does, and only the other facts need to be tried.
/// </remarks>
/// <param name="root">The condition.</param>
/// <param name="atoms">The facts of each atom.</param>
/// <param name="ledger">The order of facts.</param>
internal sealed class SmallestSet(OpenNode root, IReadOnlyList<ImmutableArray<int>> atoms, FactLedger ledger)
{
    /// <summary>The most facts of which every selection is tried.</summary>
    public const int MostTried = 12;

    private readonly OpenOutcomes _outcomes = new(root, atoms);
    private readonly bool[] _given = new bool[ledger.Count];

    /// <summary>The facts, and whether no smaller set suffices; of several smallest ones the first by the ordinal order of paths.</summary>
    public (ImmutableArray<int> Facts, bool IsSmallest) Find()
    {
        ImmutableArray<int> all = ledger.Ordered(_outcomes.Atoms.SelectMany(a => atoms[a]).Distinct());
        // Where no atom occurs twice, each part may turn out either way, so an open atom can always be left the one that decides: siblings of a conjunction come out
        // true, of a disjunction false, a choice picks its side. Without any one fact some atom stays open and so, in that case, does the whole: all facts are needed.
        if (_outcomes.IsReadOnce) return (all, true);
        Give(all, true);
        List<int> others = [];
        foreach (int fact in all)
        {
            if (SufficesWithout(fact)) others.Add(fact);
            if (_outcomes.IsExhausted) return (all, false);
        }

        Give(others, false);
        if (_outcomes.Suffices(_given)) return (Given(all), true);
        if (others.Count <= MostTried && Try(others)) return (Given(all), true);
        Give(others, true);
        Reduce(others);
        return (Given(all), false);
    }

    /// <summary>Gives the first selection that suffices, smaller ones first; false where the work is too much.</summary>
    private bool Try(List<int> others)
    {
        IEnumerable<uint> selections = Enumerable.Range(0, 1 << others.Count).Select(s => (uint)s);
        foreach (uint selection in selections.OrderBy(BitOperations.PopCount).ThenByDescending(s => Turned(s, others.Count)))
        {
            for (int i = 0; i < others.Count; i++) _given[others[i]] = (selection >> i & 1) == 1;
            if (_outcomes.Suffices(_given)) return true;
            if (_outcomes.IsExhausted) return false;
        }

        return false;
    }

    // Of two selections of one size the one with the earlier fact, where they first differ, comes first: it is the larger number once the first fact is the highest bit.
    private static uint Turned(uint selection, int length)
    {
        uint turned = 0;
        for (int i = 0; i < length; i++) turned |= (selection >> i & 1) << (length - 1 - i);
        return turned;
    }

    /// <summary>Leaves out one fact after the other, the last first, as long as the rest suffices.</summary>
    private void Reduce(List<int> others)
    {
        foreach (int fact in Enumerable.Reverse(others))
        {
            if (SufficesWithout(fact)) _given[fact] = false;
            if (_outcomes.IsExhausted) return;
        }
    }

    private bool SufficesWithout(int fact)
    {
        _given[fact] = false;
        bool suffices = _outcomes.Suffices(_given);
        _given[fact] = true;
        return suffices;
    }

    private void Give(IEnumerable<int> facts, bool given)
    {
        foreach (int fact in facts) _given[fact] = given;
    }

    private ImmutableArray<int> Given(ImmutableArray<int> all) => [.. all.Where(f => _given[f])];
}
