using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What an overview has of a share of the schools, or of several shares together.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class OverviewShare
{
    /// <summary>For each area what was found of each school, by its id.</summary>
    public SortedDictionary<string, Dictionary<string, AreaVerdicts>> Areas { get; } = new(StringComparer.Ordinal);

    /// <summary>What was counted of the measure of each rule, by its own full id.</summary>
    public Dictionary<string, MeasureTally> Measures { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes what another share has; no school is in both.</summary>
    /// <param name="other">The other share.</param>
    public void Take(OverviewShare other)
    {
        foreach ((string area, Dictionary<string, AreaVerdicts> schools) in other.Areas)
        {
            Dictionary<string, AreaVerdicts> own = Of(area);
            foreach ((string school, AreaVerdicts verdicts) in schools) own.Add(school, verdicts);
        }

        foreach ((string rule, MeasureTally tally) in other.Measures) Add(rule, tally);
    }

    /// <summary>Takes what was counted of a measure.</summary>
    /// <param name="rule">The rule's own full id.</param>
    /// <param name="tally">What was counted.</param>
    public void Add(string rule, MeasureTally tally) => Measures[rule] = Measures.TryGetValue(rule, out MeasureTally? known) ? known.Plus(tally) : tally;

    /// <summary>What was found in an area, by school.</summary>
    /// <param name="area">The area.</param>
    public Dictionary<string, AreaVerdicts> Of(string area)
    {
        if (!Areas.TryGetValue(area, out Dictionary<string, AreaVerdicts>? schools)) Areas.Add(area, schools = new Dictionary<string, AreaVerdicts>(StringComparer.Ordinal));
        return schools;
    }
}
