using System.Collections.Immutable;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>merge</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parts">The paths of the parts.</param>
/// <param name="Report">The packs, the waivers and the report; its data is the first part.</param>
internal sealed record MergeRequest(ImmutableArray<string> Parts, EvaluateRequest Report);
