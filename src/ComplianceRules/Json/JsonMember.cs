using ComplianceRules.Diagnostics;

namespace ComplianceRules.Json;

/// <summary>One name and its value in a JSON object.</summary>
/// <param name="Name">The name, escapes resolved.</param>
/// <param name="NameSpan">Where the name's first quote stands.</param>
/// <param name="Value">The value.</param>
internal sealed record JsonMember(string Name, SourceSpan NameSpan, JsonNode Value);
