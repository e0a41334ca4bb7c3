using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What a run said of each row.</summary>
/// <remarks>Never changes; may be shared between threads.</remarks>
/// <param name="Binding">What was judged.</param>
/// <param name="Schedule">The rules.</param>
/// <param name="Bits">What each rule said, by its number in the schedule.</param>
/// <param name="Found">What follows of it for the rules asked for.</param>
internal sealed record KeptVerdicts(SnapshotBinding Binding, RuleSchedule Schedule, RuleBits[] Bits, (VerdictCounts Counts, FoundRows Rows)[] Found);
