using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes timelines as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>timeline.schema.json</c>. May be shared between threads.</remarks>
public static class JsonTimelineWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes timelines; the stream stays open.</summary>
    /// <param name="timelines">What is written.</param>
    /// <param name="asOf">The day after which the next change is sought; null for none.</param>
    /// <param name="output">Where to.</param>
    public static void Write(IEnumerable<RuleTimeline> timelines, DateOnly? asOf, Stream output)
    {
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            JsonValues.WriteDate(json, "asOf", asOf);
            json.WriteStartArray("rules");
            foreach (RuleTimeline timeline in timelines) Write(json, timeline, asOf);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, RuleTimeline timeline, DateOnly? asOf)
    {
        json.WriteStartObject();
        json.WriteString("rule", timeline.Rule);
        JsonValues.WriteText(json, "title", timeline.Title);
        json.WriteString("area", timeline.Area);
        json.WriteString("subject", timeline.Subject);
        if (asOf is { } day) JsonValues.WriteDate(json, "nextChange", timeline.After(day)?.From);
        json.WriteStartArray("steps");
        foreach (TimelineStep step in timeline.Steps) Write(json, step);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TimelineStep step)
    {
        json.WriteStartObject();
        JsonValues.WriteDate(json, "from", step.From);
        json.WriteBoolean("inForce", step.Pack is not null);
        json.WriteString("pack", step.Pack);
        if (step.Severity is { } severity) json.WriteString("severity", FindingNames.Of(severity));
        SourceJson.Write(json, "source", step.Source, step.Source?.Pack, null);
        SourceJson.WriteRelaxations(json, step.Relaxation is { } relaxation ? [relaxation] : [], null);
        json.WriteStartArray("values");
        foreach (TimelineValue value in step.Values)
        {
            json.WriteStartObject();
            json.WriteString("name", value.Name);
            json.WriteString("key", value.Key);
            if (value.Season is { } season) json.WriteString("season", season.ToString());
            JsonValues.WriteValue(json, "value", value.Value);
            json.WriteString("unit", value.Unit);
            SourceJson.WriteTrail(json, "trail", value.Trail, always: true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
