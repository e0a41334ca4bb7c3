using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>One name and its value in a JSON object.</summary>
/// <param name="Key">The name as a text that knows where it stands.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(JsonNode Key, JsonNode Value)
{
    /// <summary>The name, escapes resolved.</summary>
    public string Name => Key.Text;

    /// <summary>Where the name's first quote stands.</summary>
    public SourceSpan NameSpan => Key.Span;
}
