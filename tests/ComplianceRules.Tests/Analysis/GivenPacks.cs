using System.Text.Json.Nodes;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Rewrites made-up packs so that a parameter has one value in all of them, on every day.</summary>
internal static class GivenPacks
{
    private const string Nation = "n";

    /// <summary>The packs with the value.</summary>
    /// <param name="files">The packs by their ids.</param>
    /// <param name="parameter">The parameter, and its key where it has any.</param>
    /// <param name="value">The value.</param>
    public static Dictionary<string, string> Of(Dictionary<string, string> files, (string Name, string? Key) parameter, FindingValue value) =>
        files.ToDictionary(f => f.Key, f => With(f.Value, parameter, f.Key == Nation ? value : null), StringComparer.Ordinal);

    // Without a value the packs further in leave it to the nation.
    private static string With(string pack, (string Name, string? Key) parameter, FindingValue? value)
    {
        JsonNode root = JsonNode.Parse(pack)!;
        JsonObject parameters = root["parameters"]!.AsObject();
        if (parameters[parameter.Name] is not JsonObject written) return pack;
        JsonArray values = written["values"]!.AsArray();
        if (parameter.Key is not { } key)
        {
            if (value is null) parameters.Remove(parameter.Name);
            else written["values"] = new JsonArray(new JsonObject { ["from"] = null, ["value"] = Node(value) });
            return root.ToJsonString();
        }

        foreach (JsonNode? entry in values.ToArray())
        {
            JsonObject byKey = entry!["value"]!.AsObject();
            byKey.Remove(key);
            if (value is not null) byKey[key] = Node(value);
            if (byKey.Count == 0) values.Remove(entry);
        }

        if (values.Count == 0) parameters.Remove(parameter.Name);
        return root.ToJsonString();
    }

    private static JsonNode Node(FindingValue value) => value.Type == FieldType.Number ? JsonNode.Parse(value.Text)! : JsonValue.Create(value.Text);
}
