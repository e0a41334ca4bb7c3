namespace ComplianceRules.Engine;

/// <summary>What a run is about.</summary>
/// <param name="Judged">The facts and the day.</param>
/// <param name="Stacks">The stack of each row.</param>
/// <param name="Detail">Which rows are listed.</param>
internal sealed record RunFacts(JudgedFacts Judged, RowStacks Stacks, FindingDetail Detail);
