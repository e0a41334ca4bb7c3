using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Writes an explanation as one indented JSON document.</summary>
/// <remarks>UTF-8 without a byte order mark; lines end with a line feed. The shape is that of <c>explanation.schema.json</c>. May be shared between threads.</remarks>
public static class JsonExplanationWriter
{
    private const int SchemaVersion = 1;

    /// <summary>Writes an explanation; the stream stays open.</summary>
    /// <param name="explanation">What is written.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Explanation explanation, Stream output)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        ArgumentNullException.ThrowIfNull(output);
        using (Utf8JsonWriter json = new(output, AssessmentJson.Options(indented: true)))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            JsonValues.WriteDate(json, "asOf", explanation.AsOf);
            JsonValues.WriteText(json, "title", explanation.Finding.Title);
            json.WriteString("packVersion", explanation.PackVersion);
            JsonValues.WriteText(json, "measure", explanation.Measure);
            json.WritePropertyName("finding");
            FindingJson.Write(json, explanation.Finding, JsonScope.Lines(includesPersonal: true));
            json.WritePropertyName("applies");
            Write(json, explanation.Applies);
            json.WritePropertyName("holds");
            Write(json, explanation.Holds);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, ExplainedNode node)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNames.Of(node.Kind));
        json.WriteString("text", node.Text);
        json.WriteString("type", FieldTypeWords.Of(node.Type));
        json.WriteString("state", JsonNames.Of(node.State));
        JsonValues.WriteValue(json, "value", node.Value);
        json.WriteString("unit", node.Unit);
        if (node.Reason is { } reason) json.WriteString("reason", FindingNames.Of(reason));
        JsonValues.WriteText(json, "shown", node.Shown);
        if (node.Title is not null) JsonValues.WriteText(json, "title", node.Title);
        if (node.Note is not null) JsonValues.WriteText(json, "note", node.Note);
        if (node.Parameter is { } parameter) Write(json, parameter);
        if (node.Rows is { } rows) Write(json, rows);
        if (!node.Parts.IsEmpty)
        {
            json.WriteStartArray("parts");
            foreach (ExplainedNode part in node.Parts) Write(json, part);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedParameter parameter)
    {
        json.WriteStartObject("parameter");
        json.WriteString("name", parameter.Name);
        json.WriteString("key", parameter.Key);
        json.WriteString("pack", parameter.Pack);
        json.WriteString("packVersion", parameter.PackVersion);
        JsonValues.WriteDate(json, "since", parameter.Since);
        JsonValues.WriteDate(json, "until", parameter.Until);
        if (parameter.Season is { } season) json.WriteString("season", season.ToString());
        SourceJson.Write(json, "source", parameter.Source, parameter.Source?.Pack, null);
        SourceJson.WriteTrail(json, "trail", parameter.Trail, always: false);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedRows rows)
    {
        json.WriteStartObject("rows");
        json.WriteString("table", rows.Table);
        JsonValues.WriteCount(json, "all", rows.All);
        if (rows.Counts is { } counts)
        {
            JsonValues.WriteCount(json, "met", counts.Compliant);
            JsonValues.WriteCount(json, "notMet", counts.NonCompliant);
            JsonValues.WriteCount(json, "open", counts.Undetermined);
            JsonValues.WriteCount(json, "out", counts.NotApplicable);
        }

        json.WriteStartArray("listed");
        foreach (ExplainedRow row in rows.Listed)
        {
            json.WriteStartObject();
            FindingJson.WriteSubject(json, "subject", row.Subject);
            json.WritePropertyName("node");
            Write(json, row.Node);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("more", rows.More);
        json.WriteEndObject();
    }
}
