using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>template</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The packs' folder.</param>
/// <param name="Out">The file or folder to write.</param>
/// <param name="Format">What to write.</param>
/// <param name="Rules">The rules that the form is to serve.</param>
internal sealed record TemplateRequest(string Packs, string Out, FormFormat Format, RunOptions Rules);
