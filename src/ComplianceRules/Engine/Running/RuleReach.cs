namespace ComplianceRules.Engine;

/// <summary>Which rows a rule judges, as far as packs decide that: rules of one reach judge the same rows.</summary>
/// <param name="Pack">The id of the pack that has to be in a row's stack.</param>
/// <param name="Rule">The full id of the rule that has to stand there; null where none can take its place.</param>
internal readonly record struct RuleReach(string Pack, string? Rule);
