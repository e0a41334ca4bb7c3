using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>A value with a name that expressions of a workflow or rule may read.</summary>
/// <param name="Name">The name, as a text that knows where it stands.</param>
/// <param name="Expression">What it is worked out of.</param>
internal sealed record WorkflowParameter(JsonNode Name, JsonNode Expression);
