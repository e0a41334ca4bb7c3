using System.Text.Json;
using ComplianceRules.Analysis;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What became of an earlier assessment's findings, for a page.</summary>
internal sealed class HtmlComparison
{
    /// <summary>The most findings that are told though they are not there any more.</summary>
    public const int MostEnded = 5_000;

    private static readonly FindingTrend[] Ended =
    [
        FindingTrend.Fixed, FindingTrend.NoLongerApplies, FindingTrend.Gone, FindingTrend.Unclear, FindingTrend.Decided,
    ];

    private readonly AssessmentComparison _comparison;
    private readonly Dictionary<(string Rule, string Table, string Id), FindingTrend> _trends = [];

    /// <summary>Looks at a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    public HtmlComparison(AssessmentComparison comparison)
    {
        _comparison = comparison;
        foreach (ComparedFinding finding in comparison.Findings)
        {
            if (finding is { Subject: { } row, After: not null }) _trends.TryAdd((finding.Rule, row.Table, row.Id), finding.Trend);
        }
    }

    /// <summary>What became of a finding; null where that is not told.</summary>
    /// <param name="finding">The finding.</param>
    public FindingTrend? Of(Finding finding)
    {
        if (finding.Subject is not { } row) return null;
        if (_trends.TryGetValue((finding.Rule, row.Table, row.Id), out FindingTrend trend)) return trend;
        return finding.Verdict == Verdict.Undetermined ? FindingTrend.StillUnknown : null;
    }

    /// <summary>Writes the comparison under its name.</summary>
    /// <param name="json">Where to, an object that is open.</param>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("comparison");
        JsonValues.WriteDate(json, "before", _comparison.Before.AsOf);
        JsonValues.WriteTexts(json, "cautions", _comparison.Cautions.Select(JsonTrendNames.Of));
        json.WritePropertyName("counts");
        WriteCounts(json, _comparison.Counts);
        ReportJson.WriteArray(json, "rules", _comparison.Rules, WriteRule);
        ReportJson.WriteArray(json, "regions", _comparison.Regions, WriteRegion);
        ReportJson.WriteArray(json, "persons", _comparison.Persons, WritePersons);
        ComparedFinding[] ended = [.. _comparison.Findings.Where(f => f.Subject is not null && Ended.Contains(f.Trend))];
        json.WriteNumber("endedCount", ended.Length);
        ReportJson.WriteArray(json, "ended", ended.Take(MostEnded), WriteEnded);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, TrendCounts counts)
    {
        json.WriteStartArray();
        foreach (FindingTrend trend in Enum.GetValues<FindingTrend>()) json.WriteNumberValue(counts[trend]);
        json.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter json, RuleTrend rule)
    {
        json.WriteStartArray();
        json.WriteStringValue(rule.Rule.Id);
        ReportJson.WriteText(json, rule.Rule.Title);
        WriteCounts(json, rule.Counts);
        json.WriteEndArray();
    }

    private static void WriteRegion(Utf8JsonWriter json, RegionTrend region)
    {
        json.WriteStartArray();
        json.WriteStringValue(region.Region?.Text);
        json.WriteStringValue(region.Name);
        WriteCounts(json, region.Counts);
        json.WriteEndArray();
    }

    // Before and after stand side by side; no difference, which could tell of single persons.
    private static void WritePersons(Utf8JsonWriter json, PersonalTrend trend)
    {
        json.WriteStartArray();
        json.WriteStringValue(trend.Rule.Id);
        ReportJson.WriteText(json, trend.Rule.Title);
        foreach (ShownCount? count in new[] { trend.BrokenBefore, trend.BrokenAfter })
        {
            if (count is { } known) ReportJson.WriteCount(json, known);
            else json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private static void WriteEnded(Utf8JsonWriter json, ComparedFinding finding)
    {
        json.WriteStartArray();
        json.WriteStringValue(finding.Rule);
        json.WriteNumberValue((int)finding.Trend);
        json.WriteStringValue(finding.Subject?.Name ?? finding.Subject?.Id);
        json.WriteStringValue(finding.Place?.School?.Id);
        json.WriteStringValue(finding.Place?.Region?.Text);
        json.WriteEndArray();
    }
}
