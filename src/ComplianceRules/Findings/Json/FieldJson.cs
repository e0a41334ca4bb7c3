using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>What a field is, as JSON.</summary>
internal static class FieldJson
{
    /// <summary>The fields that corrections of a document change; nothing where there are none.</summary>
    public static void WriteFields(Utf8JsonWriter json, JsonScope scope)
    {
        (string Table, FieldSchema Field)[] fields = [.. scope.Fields];
        if (fields.Length == 0) return;
        json.WriteStartArray("fields");
        foreach ((string table, FieldSchema field) in fields)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("name", field.Name);
            WriteParts(json, field);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes everything but the name and the title into an object that is open.</summary>
    public static void WriteParts(Utf8JsonWriter json, FieldSchema field)
    {
        json.WriteString("type", FindingNames.Of(field.Type));
        if (field.Unit is { } unit) json.WriteString("unit", unit.Text);
        if (field.Range is { } range) WriteNumbers(json, "range", range.Low, range.High);
        if (field.Scale is { } scale) WriteNumbers(json, "scale", scale.Low, scale.High);
        if (field.Step is { } step) json.WriteNumber("step", step);
        if (!field.Options.IsEmpty) WriteOptions(json, field);
        if (field.Note is { } note) JsonValues.WriteText(json, "note", note);
        JsonValues.WriteText(json, "meaning", field.Meaning);
        if (field.ChangeCost is { } cost) json.WriteNumber("changeCost", cost);
        if (field.MovesWithin is { } group) json.WriteString("movesWithin", group);
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, params ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter json, FieldSchema field)
    {
        json.WriteStartObject("options");
        foreach (FieldOption option in field.Options) JsonValues.WriteText(json, option.Key, option.Title);
        json.WriteEndObject();
    }
}
