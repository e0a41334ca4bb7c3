namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>convert</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Data">The data, the packs and how to read.</param>
/// <param name="Out">The column file to write.</param>
internal sealed record ConvertRequest(EvaluateRequest Data, string Out);
