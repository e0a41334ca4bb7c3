using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Finds the schools and regions of an overview.</summary>
/// <param name="snapshot">The facts.</param>
/// <param name="stacks">The stack of each row; rows without one were left out by the caller.</param>
internal sealed class OverviewPlaces(Snapshot snapshot, RowStacks stacks)
{
    private readonly FactTable _regions = snapshot.Table(BaseTables.Region);
    private readonly FactTable _schools = snapshot.Table(BaseTables.School);
    private readonly RowSubjects _subjects = new(snapshot);

    /// <summary>The rows of the schools that were judged, in the order of the data.</summary>
    public IEnumerable<int> Schools => Enumerable.Range(0, _schools.Count).Where(row => stacks.Of(_schools, row) is not null);

    /// <summary>Which school a row of the table of schools is.</summary>
    /// <param name="school">The row.</param>
    public Subject SubjectOf(int school) => _subjects.Of(_schools, school);

    /// <summary>The innermost region of a school; null where the data does not say.</summary>
    /// <param name="school">The school's row.</param>
    public RegionCode? RegionOf(int school) => _schools.Parent(school) is >= 0 and int region ? CodeOf(region) : null;

    /// <summary>The regions that were judged or that a judged school lies in, and those above, by code in ordinal order.</summary>
    public ImmutableArray<RegionOverview> Regions()
    {
        bool[] isListed = new bool[_regions.Count];
        IEnumerable<int> judged = Enumerable.Range(0, _regions.Count).Where(row => stacks.Of(_regions, row) is not null);
        foreach (int row in judged.Concat(Schools.Select(_schools.Parent)))
        {
            for (int at = row; at >= 0 && !isListed[at]; at = _regions.Parent(at)) isListed[at] = true;
        }

        return [.. Enumerable.Range(0, isListed.Length).Where(row => isListed[row]).Select(Region).OfType<RegionOverview>().OrderBy(r => r.Code.Text, StringComparer.Ordinal)];
    }

    private RegionOverview? Region(int row)
    {
        if (CodeOf(row) is not { } code) return null;
        int above = _regions.Parent(row);
        while (above >= 0 && CodeOf(above) is null) above = _regions.Parent(above);
        return new RegionOverview(code, _subjects.Of(_regions, row).Name, above < 0 ? null : CodeOf(above));
    }

    private RegionCode? CodeOf(int region) => RegionCode.TryParse(_regions.Id(region), out RegionCode code) ? code : null;
}
