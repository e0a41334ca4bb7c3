using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cases;

/// <summary>What became of one expectation of a case.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's id as the case writes it: in its pack or full.</param>
/// <param name="Subject">The row, such as <c>class:1</c>; null for every row that the rule judges.</param>
/// <param name="Failures">What did not come out as expected, one sentence each; empty where all did.</param>
public sealed record CaseCheck(string Rule, string? Subject, ImmutableArray<LocalText> Failures);
