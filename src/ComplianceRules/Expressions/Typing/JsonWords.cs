using ComplianceRules.Json;

namespace ComplianceRules.Expressions;

/// <summary>What messages call a JSON value: the words that a pack's author uses.</summary>
internal static class JsonWords
{
    public static string Kind(JsonNode node) => node.Kind switch
    {
        JsonKind.Bool => "bool",
        JsonKind.Number => "number",
        JsonKind.Text => "text",
        JsonKind.Array => "list",
        JsonKind.Object => "object",
        _ => "null",
    };

    public static string Value(JsonNode node) => node.Kind switch
    {
        JsonKind.Bool => node.Truth ? "true" : "false",
        JsonKind.Number or JsonKind.Text => Excerpt.Of(node.Text),
        JsonKind.Array => "[…]",
        JsonKind.Object => "{…}",
        _ => "null",
    };
}
