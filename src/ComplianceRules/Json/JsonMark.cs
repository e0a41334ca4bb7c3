namespace ComplianceRules.Json;

/// <summary>Where one name or value stands, as the gate saw it.</summary>
/// <param name="Kind">What it is; a name is a text.</param>
/// <param name="Start">The offset of its first byte.</param>
/// <param name="End">The offset after its last byte.</param>
internal readonly record struct JsonMark(JsonKind Kind, int Start, int End);
