namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>pack</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The folder of the packs.</param>
/// <param name="Out">The archive to write.</param>
internal sealed record PackRequest(string Packs, string Out);
