using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Rules over one table that are judged together.</summary>
/// <param name="Program">The number of the table's program.</param>
/// <param name="Groups">The rules.</param>
internal sealed record RulePass(int Program, ImmutableArray<RuleGroup> Groups);
