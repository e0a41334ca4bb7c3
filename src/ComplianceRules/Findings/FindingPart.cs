using System.Collections.Immutable;

namespace ComplianceRules.Findings;

/// <summary>What a part of a rule that is composed of others says.</summary>
/// <remarks>Immutable. Of several rules and rows the worst verdict stands: non-compliant, undetermined, waived, compliant, not applicable.</remarks>
/// <param name="Id">The part's id; of a veto the rule as it was written.</param>
/// <param name="IsVeto">Whether its rules count whatever their binding.</param>
/// <param name="Verdict">The worst verdict of the rules that count.</param>
/// <param name="Rules">The rules that the row or rows below it have, those that do not count too.</param>
public sealed record FindingPart(string Id, bool IsVeto, Verdict Verdict, ImmutableArray<FindingPartRule> Rules);
