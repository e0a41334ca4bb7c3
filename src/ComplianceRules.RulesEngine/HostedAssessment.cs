using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.RulesEngine;

/// <summary>What RulesEngine says of a snapshot.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Findings">What is broken and what is not decided; where wanted also what is kept or does not apply, as Compliant. Ordered by rule, pack, table and id, all ordinal.</param>
/// <param name="Judged">How often a rule was asked of a row.</param>
/// <param name="Kept">How often it is kept or does not apply: RulesEngine cannot tell the two apart.</param>
/// <param name="LeftOut">A warning for each rule that RulesEngine cannot judge, or not in every stack of packs: where a waiver of some regions excuses its breaches, it is judged elsewhere.</param>
public sealed record HostedAssessment(DateOnly AsOf, ImmutableArray<Finding> Findings, int Judged, int Kept, ImmutableArray<Diagnostic> LeftOut);
