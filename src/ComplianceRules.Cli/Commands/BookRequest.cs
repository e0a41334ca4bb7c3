namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>book</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The packs' folder.</param>
/// <param name="Out">The folder to write to.</param>
internal sealed record BookRequest(string Packs, string Out);
