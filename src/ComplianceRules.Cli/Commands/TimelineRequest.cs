using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>timeline</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Packs">The packs' folder.</param>
/// <param name="Rules">The rules and the region; null for each pack's own.</param>
/// <param name="AsOf">The day after which the next change is sought; null for none.</param>
/// <param name="IsJson">Whether a program reads on.</param>
internal sealed record TimelineRequest(string Packs, RunOptions Rules, DateOnly? AsOf, bool IsJson);
