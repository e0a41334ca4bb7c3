using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>What was found by region and by school.</summary>
/// <remarks>For one thread. Keeps what it counts, and of each place its name.</remarks>
internal sealed class PlaceSheets
{
    private static readonly Severity[] Gravest = [Severity.Violation, Severity.Warning, Severity.Advice, Severity.Progress];

    private readonly Dictionary<RegionCode, PlaceTally> _regions = [];
    private readonly Dictionary<string, string> _names;
    private readonly Dictionary<string, (FindingPlace Place, PlaceTally Tally)> _schools = new(StringComparer.Ordinal);

    /// <summary>Begins with nothing counted.</summary>
    /// <param name="assessment">May know the names of regions.</param>
    public PlaceSheets(Assessment assessment) =>
        _names = (assessment.Overview?.Regions ?? []).Where(r => r.Name is not null).ToDictionary(r => r.Code.Text, r => r.Name!, StringComparer.Ordinal);

    /// <summary>Counts a finding in its school, in its region and in every region above that.</summary>
    public void Add(Finding finding)
    {
        if (finding.Place is not { } place) return;
        if (place.School is { } school)
        {
            if (!_schools.TryGetValue(school.Id, out (FindingPlace Place, PlaceTally Tally) known)) _schools.Add(school.Id, known = (place, new PlaceTally()));
            known.Tally.Add(finding);
        }

        if (place.Region is not { } region) return;
        if (place.RegionName is { } name) _names.TryAdd(region.Text, name);
        foreach (RegionCode code in region.SelfAndAncestors())
        {
            if (!_regions.TryGetValue(code, out PlaceTally? tally)) _regions.Add(code, tally = new PlaceTally());
            tally.Add(finding);
        }
    }

    /// <summary>Writes the regions, each before those within it, and the schools, the worst first; no sheet where there are none.</summary>
    public void Write(ReportBook book)
    {
        AssessmentWords words = book.Words;
        ImmutableArray<(string, double)> counts = [.. Gravest.Select(s => (words.Say($"breaches.{s}"), 18.0)), (words.Of(Verdict.Undetermined), 14), (words.Of(Verdict.Waived), 14)];
        ReportSheet regions = new(book, ReportTab.Regions, [(words.Say("column.region"), 16), (words.Say("column.regionName"), 36), .. counts]);
        foreach ((RegionCode code, PlaceTally tally) in _regions.OrderBy(r => Way(r.Key), StringComparer.Ordinal))
            regions.Row([ReportCell.Of(code.Text), ReportCell.Of(_names.GetValueOrDefault(code.Text)), .. Counts(tally)]);
        ReportSheet schools = new(book, ReportTab.Schools, [(words.Say("column.school"), 16), (words.Say("column.schoolName"), 36), (words.Say("column.region"), 14), (words.Say("column.regionName"), 28), .. counts]);
        foreach ((FindingPlace place, PlaceTally tally) in Ranked())
            schools.Row([ReportCell.Of(place.School!.Id), ReportCell.Of(place.School.Name), ReportCell.Of(place.Region?.Text), ReportCell.Of(place.RegionName), .. Counts(tally)]);
    }

    // From the nation down.
    private static string Way(RegionCode code) => string.Join('/', code.SelfAndAncestors().Reverse().Select(c => c.Text));

    private IEnumerable<(FindingPlace Place, PlaceTally Tally)> Ranked()
    {
        IOrderedEnumerable<(FindingPlace Place, PlaceTally Tally)> ranked = _schools.Values.OrderByDescending(s => s.Tally.Breaches(Gravest[0]));
        foreach (Severity severity in Gravest.Skip(1)) ranked = ranked.ThenByDescending(s => s.Tally.Breaches(severity));
        return ranked.ThenByDescending(s => s.Tally.Undetermined).ThenBy(s => s.Place.School!.Id, StringComparer.Ordinal);
    }

    private static IEnumerable<ReportCell> Counts(PlaceTally tally) =>
        [.. Gravest.Select(s => ReportCell.Of(tally.Breaches(s))), ReportCell.Of(tally.Undetermined), ReportCell.Of(tally.Waived)];
}
