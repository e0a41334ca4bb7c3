using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Conditions of which so many, or more, have to hold: all of them is and, one is or.</summary>
internal sealed class GroundJoin : GroundNode
{
    private readonly ImmutableArray<GroundNode> _conditions;
    private readonly int _needed;
    private readonly int[] _groups;

    /// <summary>Joins conditions.</summary>
    /// <param name="needed">How many have to hold, at least 1.</param>
    /// <param name="conditions">The conditions.</param>
    public GroundJoin(int needed, ImmutableArray<GroundNode> conditions)
        : base(Union(conditions))
    {
        (_needed, _conditions) = (needed, conditions);
        _groups = FactGroups.Of(conditions);
    }

    /// <summary>The conditions where all have to be true, or false; empty where fewer do.</summary>
    /// <param name="wanted">What it is to be.</param>
    public ImmutableArray<GroundNode> AllNeeded(bool wanted) => Needed(wanted) == _conditions.Length ? _conditions : [];

    public override ValueRange Range(ChangeBox box)
    {
        int canHold = 0;
        int canFail = 0;
        foreach (GroundNode condition in _conditions)
        {
            TruthRange truth = condition.Range(box) as TruthRange ?? TruthRange.Either;
            canHold += truth.CanBeTrue ? 1 : 0;
            canFail += truth.CanBeFalse ? 1 : 0;
        }

        return new TruthRange(canHold >= Needed(true), canFail >= Needed(false));
    }

    public override double Extra(bool wanted, ChangeBox box)
    {
        int needed = Needed(wanted);
        double[] extras = [.. _conditions.Select(c => c.Extra(wanted, box))];
        if (needed < extras.Length)
        {
            bool areApart = _groups.Distinct().Count() == _groups.Length;
            Array.Sort(extras);
            return areApart ? extras.Take(needed).Sum() : extras[needed - 1];
        }

        // Conditions on other facts cost on top of each other; on the same facts the dearest counts.
        Dictionary<int, double> dearest = [];
        for (int i = 0; i < extras.Length; i++) dearest[_groups[i]] = Math.Max(extras[i], dearest.GetValueOrDefault(_groups[i]));
        return dearest.Values.Sum();
    }

    public override double Shortfall(bool wanted, ChangeBox point)
    {
        int needed = Needed(wanted);
        if (needed == _conditions.Length) return _conditions.Sum(c => c.Shortfall(wanted, point));
        double[] shortfalls = [.. _conditions.Select(c => c.Shortfall(wanted, point))];
        Array.Sort(shortfalls);
        return shortfalls.Take(needed).Sum();
    }

    public override IEnumerable<ChangeStep> Ways(bool wanted, ChangeBox box)
    {
        ChangeBox corner = box.Corner();
        return _conditions.Where(c => c.Extra(wanted, corner) > 0)
            .Select(c => (Condition: c, Extra: c.Extra(wanted, box)))
            .Where(c => double.IsFinite(c.Extra)).OrderBy(c => c.Extra)
            .SelectMany(c => c.Condition.Ways(wanted, box));
    }

    private int Needed(bool wanted) => wanted ? _needed : _conditions.Length - _needed + 1;
}
