using System.Text.Json.Nodes;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Writes a mapping.</summary>
internal static class MappingJson
{
    /// <param name="mapping">The mapping.</param>
    /// <param name="key">The key that names the tables: <c>file</c> or <c>sheet</c>.</param>
    /// <param name="ending">How the names end after the star.</param>
    public static string Of(OracleMapping mapping, string key, string ending)
    {
        JsonObject json = new() { ["tables"] = List(mapping.Tables.Select(t => Entry(t, key, ending))) };
        if (!mapping.Covers.IsEmpty) json["covers"] = Texts(mapping.Covers);
        if (!mapping.Constants.IsEmpty) json["constants"] = Object(mapping.Constants.Select(c => (c.Key, Value(c.Value))));
        if (!mapping.Nulls.IsEmpty) json["nulls"] = Texts(mapping.Nulls);
        if (!mapping.True.IsEmpty) json["true"] = Texts(mapping.True);
        if (!mapping.False.IsEmpty) json["false"] = Texts(mapping.False);
        return json.ToJsonString();
    }

    private static JsonObject Entry(OracleEntry entry, string key, string ending)
    {
        JsonObject json = new() { ["table"] = entry.Table, [key] = $"{entry.Sheets}*{ending}", ["id"] = Parts(entry.Id) };
        if (entry.IsTransposed) json["transposed"] = true;
        if (!entry.Where.IsEmpty) json["where"] = List(entry.Where.Select(w => new JsonObject { ["column"] = w.Column, [w.IsNot ? "not" : "is"] = Texts(w.Texts) }));
        if (entry.Parent is { } parent) json["parent"] = Parent(parent);
        if (entry.IsComplete) json["complete"] = true;
        if (entry.CompleteColumn is { } column) json["complete"] = column;
        if (!entry.Fields.IsEmpty) json["fields"] = Object(entry.Fields.Select(f => (f.Name, (JsonNode?)Field(f))));
        if (entry.Unpivot is { } unpivot) json["unpivot"] = Unpivot(unpivot);
        return json;
    }

    private static JsonObject Parent(OracleParent parent)
    {
        JsonObject json = new() { ["table"] = parent.Table, ["key"] = Parts(parent.Key) };
        if (parent.Parent is { } above) json["parent"] = Parent(above);
        if (!parent.Fields.IsEmpty) json["fields"] = Object(parent.Fields.Select(f => (f.Name, (JsonNode?)Field(f))));
        return json;
    }

    private static JsonObject Field(OracleField field)
    {
        JsonObject json = new() { ["column"] = field.Column };
        if (field.Unit is { } unit) json["unit"] = unit;
        if (field.HasFactor) json["factor"] = field.Times;
        if (field.Format is { } format) json["format"] = format;
        if (!field.Values.IsEmpty) json["values"] = Object(field.Values.Select(v => (v.Key, Value(v.Value))));
        return json;
    }

    private static JsonObject Unpivot(OracleUnpivot unpivot)
    {
        JsonObject json = new() { ["name"] = unpivot.Name };
        if (unpivot.Value is { } value)
        {
            json["value"] = value;
            json["columns"] = Texts(unpivot.Labels.Select(l => l.Key));
        }
        else
        {
            json["columns"] = Object(unpivot.Labels.Select(l => (l.Key, (JsonNode?)Object(l.Value.Select(m => (m.Key, (JsonNode?)m.Value))))));
        }

        return json;
    }

    private static JsonArray Parts(IEnumerable<OraclePart> parts) => List(parts.Select(p => p.Column is { } column ? JsonValue.Create(column) : (JsonNode)new JsonObject { ["text"] = p.Text }));

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts.Select(t => (JsonNode)JsonValue.Create(t)!));

    private static JsonArray List(IEnumerable<JsonNode> items) => new([.. items]);

    private static JsonObject Object(IEnumerable<(string Key, JsonNode? Value)> members)
    {
        JsonObject json = [];
        foreach ((string key, JsonNode? value) in members) json[key] = value;
        return json;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        bool truth => truth,
        decimal number => number,
        _ => (string)value,
    };
}
