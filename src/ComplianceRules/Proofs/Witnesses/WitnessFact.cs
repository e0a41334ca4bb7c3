namespace ComplianceRules.Proofs;

/// <summary>One fact of a witness.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The fact as an expression names it, such as <c>grade</c> or <c>school.boarding</c>.</param>
/// <param name="Value">Its value as data writes it; null where it is missing.</param>
public sealed record WitnessFact(string Name, string? Value);
