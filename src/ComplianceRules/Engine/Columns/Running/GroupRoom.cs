namespace ComplianceRules.Engine;

/// <summary>The rows of a group of rules in one snapshot, and room for what they say.</summary>
/// <param name="Rows">The rows that have the pack in their stack.</param>
/// <param name="Applies">Whether the rules apply.</param>
/// <param name="Outside">Takes the rows that they do not concern.</param>
/// <param name="Rules">The rules, and what takes their verdicts.</param>
internal sealed record GroupRoom(PackRows Rows, TruthNode Applies, OutsideRows Outside, (ColumnRule Rule, RuleBits Bits)[] Rules);
