using ComplianceRules.Analysis;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>whatif</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Data">The data, the packs and the rules.</param>
/// <param name="Request">The values to try.</param>
internal sealed record WhatIfCall(EvaluateRequest Data, WhatIfRequest Request);
