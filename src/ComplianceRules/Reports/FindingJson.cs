using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>One finding as JSON.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter json, Finding finding, bool includesPersonal)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("pack", finding.Pack);
        WriteSubject(json, "subject", finding.Subject);
        if (finding.Subject is null) JsonValues.WriteCount(json, "rows", includesPersonal ? ShownCount.Exactly(finding.Rows) : finding.ShownRows);
        WritePlace(json, finding.Place);
        json.WriteString("verdict", JsonNames.Of(finding.Verdict));
        json.WriteString("severity", JsonNames.Of(finding.Severity));
        json.WriteString("binding", JsonNames.Of(finding.Binding));
        JsonValues.WriteValue(json, "observed", finding.Observed);
        json.WriteString("unit", finding.Unit);
        JsonValues.WriteValue(json, "limit", finding.Limit);
        JsonValues.WriteValue(json, "margin", finding.Margin);
        WriteBand(json, finding.Band);
        WriteSource(json, "source", finding.Source, withPack: false);
        WriteSource(json, "limitSource", finding.LimitSource, withPack: true);
        WriteTrail(json, "limitTrail", finding.LimitTrail);
        WriteRelaxations(json, finding.Relaxations);
        WriteParts(json, finding.Parts);
        if (finding.Waiver is { } waiver) WaiverJson.Write(json, "waiver", waiver);
        JsonValues.WriteText(json, "message", finding.Message);
        JsonValues.WriteText(json, "remedy", finding.Remedy);
        WriteCorrection(json, finding.Correction);
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

    private static void WriteCorrection(Utf8JsonWriter json, Correction? correction)
    {
        if (correction is null) return;
        json.WriteStartObject("correction");
        json.WriteString("kind", JsonNames.Of(correction.Kind));
        JsonValues.WriteText(json, "message", correction.Message);
        json.WriteStartArray("changes");
        foreach (FactChange change in correction.Changes)
        {
            json.WriteStartObject();
            WriteSubject(json, "row", change.Row);
            json.WriteString("field", change.Field.Name);
            JsonValues.WriteText(json, "title", change.Field.Title);
            JsonValues.WriteValue(json, "from", change.From);
            JsonValues.WriteValue(json, "to", change.To);
            json.WriteString("unit", change.Unit);
            json.WriteNumber("cost", change.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (correction.Cost is { } cost) json.WriteNumber("cost", cost);
        json.WriteEndObject();
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

    /// <summary>The law behind a rule or value; null where it is not known.</summary>
    public static void WriteSource(Utf8JsonWriter json, string name, FindingSource? source, bool withPack)
    {
        if (source is null)
        {
            json.WriteNull(name);
            return;
        }

        Instrument instrument = source.Instrument;
        json.WriteStartObject(name);
        if (withPack) json.WriteString("pack", source.Pack);
        json.WriteString("instrument", instrument.Id);
        json.WriteString("number", instrument.Number);
        json.WriteString("clause", source.Clause);
        JsonValues.WriteText(json, "title", instrument.Title);
        json.WriteString("certainty", JsonNames.Of(instrument.Certainty));
        JsonValues.WriteText(json, "issuer", instrument.Issuer);
        json.WriteString("issued", instrument.Issued);
        JsonValues.WriteDate(json, "since", source.Since);
        if (source.Season is { } season) json.WriteString("season", season.ToString());
        json.WriteEndObject();
    }

    /// <summary>How a value came about; nothing where it is the only one there ever was, unless that is wanted too.</summary>
    public static void WriteTrail(Utf8JsonWriter json, string name, ImmutableArray<ValueStep> trail, bool always = false)
    {
        if (trail.Length < 2 && !always) return;
        json.WriteStartArray(name);
        foreach (ValueStep step in trail)
        {
            json.WriteStartObject();
            json.WriteString("role", JsonNames.Of(step.Role));
            JsonValues.WriteValue(json, "value", step.Value);
            json.WriteString("pack", step.Pack);
            json.WriteString("packVersion", step.PackVersion);
            JsonValues.WriteDate(json, "since", step.Since);
            JsonValues.WriteDate(json, "until", step.Until);
            WriteSource(json, "source", step.Source, withPack: false);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What allows to bind less; nothing where nothing does.</summary>
    public static void WriteRelaxations(Utf8JsonWriter json, ImmutableArray<FindingRelaxation> relaxations)
    {
        if (relaxations.IsEmpty) return;
        json.WriteStartArray("relaxes");
        foreach (FindingRelaxation relaxation in relaxations)
        {
            json.WriteStartObject();
            JsonValues.WriteText(json, "authority", relaxation.Authority);
            WriteSource(json, "source", relaxation.Source, withPack: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
            json.WriteString("verdict", JsonNames.Of(part.Verdict));
            json.WriteStartArray("rules");
            foreach (FindingPartRule rule in part.Rules)
            {
                json.WriteStartObject();
                json.WriteString("rule", rule.Rule);
                json.WriteString("verdict", JsonNames.Of(rule.Verdict));
                json.WriteBoolean("counts", rule.Counts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter json, Finding finding)
    {
        JsonValues.WriteTexts(json, "missing", finding.Missing.Select(m => m.Path).Distinct(StringComparer.Ordinal));
        if (!finding.MissingIsSmallest) json.WriteBoolean("missingIsSmallest", false);
        MissingFact[] explained = [.. finding.Missing.Where(m => m.Reason != UnknownReason.Absent).DistinctBy(m => m.Path, StringComparer.Ordinal)];
        if (explained.Length == 0) return;
        json.WriteStartObject("reasons");
        foreach (MissingFact fact in explained) json.WriteString(fact.Path, JsonNames.Of(fact.Reason));
        json.WriteEndObject();
    }
}
