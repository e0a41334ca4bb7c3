using System.Collections.Concurrent;
using ComplianceRules.Engine;

namespace ComplianceRules.Cases;

/// <summary>The plans of the days that cases are judged on, each made once as long as there are not too many of them.</summary>
/// <remarks>May be shared between threads.</remarks>
/// <param name="catalogue">The checked packs.</param>
internal sealed class CasePlans(Catalogue catalogue)
{
    // Days on which law changes are few; a plan of many rules takes room.
    private const int Most = 256;

    private readonly ConcurrentDictionary<DateOnly, Plan> _plans = [];

    /// <summary>The plan of a day.</summary>
    /// <param name="asOf">The day.</param>
    public Plan On(DateOnly asOf)
    {
        if (_plans.TryGetValue(asOf, out Plan? known)) return known;
        if (_plans.Count >= Most) _plans.Clear();
        return _plans.GetOrAdd(asOf, day => Plan.For(catalogue, day));
    }
}
