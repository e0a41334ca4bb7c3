using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>A breach that is to be put right, with what is known of the facts that it hangs on.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Row">The row that breaks it.</param>
/// <param name="Grounder">Looks at the conditions of rules.</param>
/// <param name="Facts">The facts that may be changed, found so far.</param>
/// <param name="Needed">What has to be true.</param>
/// <param name="Parts">How many parts these conditions have.</param>
internal sealed record CorrectedBreach(CheckedRule Rule, int Row, Grounder Grounder, GroundFacts Facts, ImmutableArray<GroundNode> Needed, int Parts);
