using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Rules of one pack that concern the same rows of a table.</summary>
/// <param name="Rows">The rows that have the pack in their stack.</param>
/// <param name="Applies">Whether the rules apply.</param>
/// <param name="Outside">Takes the rows that they do not concern.</param>
/// <param name="Rules">The rules, each with what it says.</param>
internal sealed record RuleGroup(PackRows Rows, TruthNode Applies, ulong[] Outside, ImmutableArray<(TruthNode Holds, RuleBits Bits)> Rules);
