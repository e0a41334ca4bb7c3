using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Rules of one reach that concern the same rows of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Reach">Which rows they judge.</param>
/// <param name="Applies">Whether the rules apply.</param>
/// <param name="Rules">The rules, by their numbers in the schedule.</param>
internal sealed record RuleGroup(string Table, RuleReach Reach, TruthNode Applies, ImmutableArray<int> Rules);
