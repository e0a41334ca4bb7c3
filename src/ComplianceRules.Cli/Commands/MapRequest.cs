namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>map</c> asks for.</summary>
/// <param name="File">The table's path.</param>
/// <param name="Packs">The packs' folder.</param>
/// <param name="Out">The file to write; null for standard output.</param>
/// <param name="Encoding">The table's text encoding; null to find out.</param>
/// <param name="Sheet">The one sheet that is wanted; null for all.</param>
internal sealed record MapRequest(string File, string Packs, string? Out, string? Encoding, string? Sheet);
