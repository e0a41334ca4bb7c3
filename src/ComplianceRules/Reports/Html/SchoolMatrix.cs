using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What was found in each area of each school.</summary>
/// <remarks>Without an overview it is counted from the findings: then nothing is known of what is kept, nor of schools without findings. For one thread.</remarks>
internal sealed class SchoolMatrix
{
    private static readonly Verdict[] Told = [Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.Waived];

    private readonly AssessmentOverview? _overview;
    private readonly RowTable _rows;
    private readonly Dictionary<(int School, string Area), (long[] Counts, int Gravest)> _found = [];

    /// <summary>Begins with an overview.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="rows">The rows, for their schools.</param>
    public SchoolMatrix(Assessment assessment, RowTable rows)
    {
        _overview = assessment.Overview;
        _rows = rows;
        Areas = _overview?.Areas ?? [.. assessment.Rules.Where(r => !assessment.Schema.IsPersonal(r.Subject)).Select(r => r.Area).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(a => new AreaOverview(a, LocalText.Empty))];
    }

    /// <summary>The areas.</summary>
    public ImmutableArray<AreaOverview> Areas { get; }

    /// <summary>Counts a finding, where there is no overview.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="row">Its row; null where it is about all.</param>
    public void Add(Finding finding, int? row)
    {
        if (_overview is not null || row is null || _rows.SchoolOf(row.Value) is not { } school) return;
        (long[] counts, int gravest) = _found.GetValueOrDefault((school, finding.Area), (new long[Told.Length], 0));
        if (Array.IndexOf(Told, finding.Verdict) is >= 0 and int at) counts[at]++;
        if (finding.Verdict == Verdict.NonCompliant) gravest = Math.Max(gravest, 1 + (int)finding.Severity);
        _found[(school, finding.Area)] = (counts, gravest);
    }

    /// <summary>How many schools there are, have a violation, have another breach, have only what is not decided, and have none of these.</summary>
    public (int All, int Violating, int Breaking, int Open, int Clean) Tally()
    {
        (int violating, int breaking, int open) = (0, 0, 0);
        for (int school = 0; school < _rows.Schools.Items.Count; school++)
        {
            (long[] Counts, int Gravest)[] areas = [.. Areas.Select((_, area) => Of(school, area))];
            int gravest = areas.Select(a => a.Gravest).DefaultIfEmpty(0).Max();
            if (gravest == 1 + (int)Severity.Violation) violating++;
            else if (gravest > 0) breaking++;
            else if (areas.Any(a => a.Counts[Array.IndexOf(Told, Verdict.Undetermined)] > 0)) open++;
        }

        int all = _rows.Schools.Items.Count;
        return (all, violating, breaking, open, all - violating - breaking - open);
    }

    /// <summary>Writes the block.</summary>
    /// <param name="output">Where to.</param>
    public void Write(Stream output)
    {
        ColumnBlock block = new();
        IReadOnlyDictionary<RegionCode, int> regions = _rows.Regions.Numbers();
        IntColumn places = new();
        IntColumn gravest = new();
        IntColumn[] counts = [.. Told.Select(_ => new IntColumn())];
        RegionCode?[] codes = Regions();
        for (int school = 0; school < _rows.Schools.Items.Count; school++)
        {
            places.AddPlace(codes[school] is { } code ? regions[code] : null);
            for (int area = 0; area < Areas.Length; area++)
            {
                (long[] found, int worst) = Of(school, area);
                gravest.Add(worst);
                for (int i = 0; i < Told.Length; i++) counts[i].Add((int)Math.Min(int.MaxValue, found[i]));
            }
        }

        block.Add("schoolRegion", places.Items, isDelta: true);
        block.Add("gravest", gravest.Items);
        for (int i = 0; i < Told.Length; i++) block.Add(FindingNames.Of(Told[i]), counts[i].Items);
        block.Write(output, WriteHeader);
    }

    private void WriteHeader(Utf8JsonWriter json)
    {
        json.WriteBoolean("derived", _overview is null);
        ReportJson.WriteStrings(json, "schoolIds", _rows.Schools.Items.Select(s => s.Id));
        json.WriteStartArray("schoolNames");
        foreach (Subject school in _rows.Schools.Items) json.WriteStringValue(school.Name);
        json.WriteEndArray();
        _rows.Regions.Write(json);
        ReportJson.WriteArray(json, "measures", _overview?.Measures ?? [], MeasureJson.Write);
    }

    private (long[] Counts, int Gravest) Of(int school, int area)
    {
        if (_overview is null) return _found.GetValueOrDefault((school, Areas[area].Id), (new long[Told.Length], 0));
        if (school >= _overview.Schools.Length) return (new long[Told.Length], 0);
        AreaVerdicts found = _overview.Schools[school].Areas[area];
        return ([found.Counts.Compliant, found.Counts.NonCompliant, found.Counts.Undetermined, found.Counts.Waived], found.Gravest is { } worst ? 1 + (int)worst : 0);
    }

    private RegionCode?[] Regions()
    {
        RegionCode?[] codes = _rows.RegionsOfSchools();
        if (_overview is null) return codes;
        for (int i = 0; i < _overview.Schools.Length; i++) codes[i] = _overview.Schools[i].Region;
        return codes;
    }
}
