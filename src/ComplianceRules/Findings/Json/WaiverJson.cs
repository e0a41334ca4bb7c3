using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>Waivers as JSON.</summary>
internal static class WaiverJson
{
    /// <summary>What became of waivers; nothing is written where there are none.</summary>
    public static void Write(Utf8JsonWriter json, ImmutableArray<WaiverSummary> waivers, JsonScope scope)
    {
        if (waivers.IsEmpty) return;
        json.WritePropertyName("waivers");
        WriteItems(json, waivers, scope);
    }

    /// <summary>What became of waivers, as an array.</summary>
    public static void WriteItems(Utf8JsonWriter json, ImmutableArray<WaiverSummary> waivers, JsonScope? scope)
    {
        json.WriteStartArray();
        foreach (WaiverSummary waiver in waivers)
        {
            json.WriteStartObject();
            WriteParts(json, waiver.Waiver, scope);
            if (waiver.Breaches is { } breaches) json.WriteNumber("breaches", breaches);
            else json.WriteNull("breaches");
            JsonValues.WriteTexts(json, "issues", waiver.Issues.Select(FindingNames.Of));
            json.WriteStartArray("overlaps");
            foreach (FindingWaiver other in waiver.Overlaps)
            {
                json.WriteStartObject();
                WritePlace(json, other);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One waiver.</summary>
    public static void Write(Utf8JsonWriter json, string name, FindingWaiver waiver, JsonScope scope)
    {
        json.WriteStartObject(name);
        WriteParts(json, waiver, scope);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, FindingWaiver waiver, JsonScope? scope)
    {
        Waiver written = waiver.Waiver;
        WritePlace(json, waiver);
        json.WriteString("kind", FindingNames.Of(written.Kind));
        json.WriteString("rule", written.Rule);
        json.WriteString("area", written.Area);
        json.WriteString("subject", written.Subject);
        json.WriteString("region", written.Region?.Text);
        JsonValues.WriteDate(json, "from", written.From);
        JsonValues.WriteDate(json, "until", written.Until);
        JsonValues.WriteText(json, "authority", written.Authority);
        JsonValues.WriteText(json, "reason", written.Reason);
        FindingSource? source = waiver.Instrument is { } instrument ? new FindingSource(waiver.Pack ?? string.Empty, instrument, null, null) : null;
        SourceJson.Write(json, "instrument", source, source?.Pack, scope);
    }

    private static void WritePlace(Utf8JsonWriter json, FindingWaiver waiver)
    {
        json.WriteString("pack", waiver.Pack);
        json.WriteString("place", waiver.Place);
    }
}
