using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>One finding as JSON.</summary>
internal static class FindingJson
{
    /// <summary>Writes a finding.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="scope">What stands elsewhere in the document.</param>
    public static void Write(Utf8JsonWriter json, Finding finding, JsonScope scope)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("pack", finding.Pack);
        WriteSubject(json, "subject", finding.Subject);
        if (!scope.TellsRule(finding.Rule, finding.Pack)) WriteRule(json, finding);
        if (finding.Subject is null) WriteRows(json, finding, scope);
        WritePlace(json, finding.Place);
        json.WriteString("verdict", FindingNames.Of(finding.Verdict));
        json.WriteString("severity", FindingNames.Of(finding.Severity));
        json.WriteString("binding", FindingNames.Of(finding.Binding));
        JsonValues.WriteValue(json, "observed", finding.Observed);
        JsonValues.WriteType(json, "observedType", finding.Observed);
        json.WriteString("unit", finding.Unit);
        JsonValues.WriteValue(json, "limit", finding.Limit);
        JsonValues.WriteType(json, "limitType", finding.Limit);
        JsonValues.WriteValue(json, "margin", finding.Margin);
        WriteBand(json, finding.Band);
        SourceJson.Write(json, "source", finding.Source, finding.Pack, scope);
        SourceJson.Write(json, "limitSource", finding.LimitSource, null, scope);
        SourceJson.WriteTrail(json, finding, scope);
        SourceJson.WriteRelaxations(json, finding.Relaxations, scope);
        WriteParts(json, finding.Parts);
        if (finding.Waiver is { } waiver) WaiverJson.Write(json, "waiver", waiver, scope);
        JsonValues.WriteText(json, "message", finding.Message);
        JsonValues.WriteText(json, "remedy", finding.Remedy);
        CorrectionJson.Write(json, finding.Correction, scope);
        WriteMissing(json, finding);
        json.WriteEndObject();
    }

    /// <summary>Where a row lies; nothing where that is not told.</summary>
    public static void WritePlace(Utf8JsonWriter json, FindingPlace? place)
    {
        if (place is null) return;
        json.WriteStartObject("place");
        json.WriteString("school", place.School?.Id);
        json.WriteString("schoolName", place.School?.Name);
        json.WriteString("region", place.Region?.Text);
        json.WriteString("regionName", place.RegionName);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, Finding finding)
    {
        JsonValues.WriteText(json, "title", finding.Title);
        json.WriteString("area", finding.Area);
    }

    private static void WriteRows(Utf8JsonWriter json, Finding finding, JsonScope scope)
    {
        JsonValues.WriteCount(json, "rows", scope.IncludesPersonal ? ShownCount.Exactly(finding.Rows) : finding.ShownRows);
        if (scope.IncludesPersonal && finding.ShownRows != ShownCount.Exactly(finding.Rows)) JsonValues.WriteCount(json, "shownRows", finding.ShownRows);
    }

    private static void WriteBand(Utf8JsonWriter json, FindingBand? band)
    {
        if (band is null) return;
        json.WriteStartObject("band");
        json.WriteString("id", band.Id);
        JsonValues.WriteText(json, "title", band.Title);
        json.WriteEndObject();
    }

    /// <summary>A row; null where there is none.</summary>
    public static void WriteSubject(Utf8JsonWriter json, string name, Subject? subject)
    {
        if (subject is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("table", subject.Table);
        json.WriteString("id", subject.Id);
        json.WriteString("name", subject.Name);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, ImmutableArray<FindingPart> parts)
    {
        if (parts.IsEmpty) return;
        json.WriteStartArray("parts");
        foreach (FindingPart part in parts)
        {
            json.WriteStartObject();
            json.WriteString("id", part.Id);
            json.WriteBoolean("veto", part.IsVeto);
            json.WriteString("verdict", FindingNames.Of(part.Verdict));
            json.WriteStartArray("rules");
            foreach (FindingPartRule rule in part.Rules)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteString("verdict", FindingNames.Of(rule.Verdict));
                json.WriteBoolean("counts", rule.Counts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // How many rows lack a fact is not told: they may be persons.
    private static void WriteMissing(Utf8JsonWriter json, Finding finding)
    {
        MissingFact[] first = [.. finding.Missing.DistinctBy(m => m.Path, StringComparer.Ordinal)];
        JsonValues.WriteTexts(json, "missing", first.Select(m => m.Path));
        if (!finding.MissingIsSmallest) json.WriteBoolean("missingIsSmallest", false);
        if (first.Any(m => m.Reason != UnknownReason.Absent))
        {
            json.WriteStartObject("reasons");
            foreach (MissingFact fact in first.Where(m => m.Reason != UnknownReason.Absent)) json.WriteString(fact.Path, FindingNames.Of(fact.Reason));
            json.WriteEndObject();
        }

        if (first.Length != finding.Missing.Length) WriteMoreReasons(json, finding.Missing);
    }

    private static void WriteMoreReasons(Utf8JsonWriter json, ImmutableArray<MissingFact> missing)
    {
        json.WriteStartObject("moreReasons");
        foreach (IGrouping<string, MissingFact> fact in missing.GroupBy(m => m.Path, StringComparer.Ordinal).Where(f => f.Skip(1).Any()))
            JsonValues.WriteTexts(json, fact.Key, fact.Skip(1).Select(m => FindingNames.Of(m.Reason)));
        json.WriteEndObject();
    }
}
