using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>The regions that a report speaks of and all above them.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class RegionTable
{
    private readonly SortedDictionary<string, (RegionCode Code, string? Name)> _regions = new(StringComparer.Ordinal);

    /// <summary>Begins with the regions of an overview.</summary>
    /// <param name="overview">The overview; null where there is none.</param>
    public RegionTable(AssessmentOverview? overview)
    {
        if (overview is null) return;
        foreach (RegionOverview region in overview.Regions) Add(region.Code, region.Name);
        foreach (SchoolOverview school in overview.Schools)
        {
            if (school.Region is { } code) Add(code, null);
        }
    }

    /// <summary>Adds a region and those above it.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name; null where it is not known.</param>
    public void Add(RegionCode code, string? name)
    {
        if (_regions.TryGetValue(code.Text, out (RegionCode Code, string? Name) known) && (known.Name is not null || name is null)) return;
        foreach (RegionCode above in code.SelfAndAncestors()) _regions.TryAdd(above.Text, (above, null));
        if (name is not null) _regions[code.Text] = (code, name);
    }

    /// <summary>The number of each region.</summary>
    public IReadOnlyDictionary<RegionCode, int> Numbers() => _regions.Values.Select((region, i) => (region.Code, i)).ToDictionary(r => r.Code, r => r.i);

    /// <summary>Writes the regions as an array of code, name, level and the number of the region above, -1 for none.</summary>
    /// <param name="json">Where to.</param>
    public void Write(Utf8JsonWriter json)
    {
        IReadOnlyDictionary<RegionCode, int> numbers = Numbers();
        json.WriteStartArray("regions");
        foreach ((RegionCode code, string? name) in _regions.Values)
        {
            json.WriteStartArray();
            json.WriteStringValue(code.Text);
            json.WriteStringValue(name);
            json.WriteStringValue(code.Level);
            json.WriteNumberValue(code.Parent is { } above ? numbers[above] : -1);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
