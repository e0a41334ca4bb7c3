using System.Text.Json;

namespace ComplianceRules.Findings;

/// <summary>Corrections as JSON.</summary>
internal static class CorrectionJson
{
    /// <summary>Writes a correction; nothing where there is none.</summary>
    public static void Write(Utf8JsonWriter json, Correction? correction, JsonScope scope)
    {
        if (correction is null) return;
        json.WriteStartObject("correction");
        json.WriteString("kind", FindingNames.Of(correction.Kind));
        JsonValues.WriteText(json, "message", correction.Message);
        json.WriteStartArray("changes");
        foreach (FactChange change in correction.Changes) Write(json, change, scope);
        json.WriteEndArray();
        if (correction.Cost is { } cost) json.WriteNumber("cost", cost);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FactChange change, JsonScope scope)
    {
        json.WriteStartObject();
        FindingJson.WriteSubject(json, "row", change.Row);
        json.WriteString("field", change.Field.Name);
        JsonValues.WriteText(json, "title", change.Field.Title);
        JsonValues.WriteValue(json, "from", change.From);
        JsonValues.WriteType(json, "fromType", change.From);
        JsonValues.WriteValue(json, "to", change.To);
        JsonValues.WriteType(json, "toType", change.To);
        json.WriteString("unit", change.Unit);
        json.WriteNumber("cost", change.Cost);
        if (!scope.TellsField(change.Row.Table, change.Field))
        {
            json.WriteStartObject("fieldIs");
            FieldJson.WriteParts(json, change.Field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
