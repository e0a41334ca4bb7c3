namespace ComplianceRules.Cli.Completion;

/// <summary>A word that may stand at the place that is being typed.</summary>
/// <param name="Value">The word.</param>
/// <param name="Description">What it is, for shells that show it; empty for nothing.</param>
internal readonly record struct Candidate(string Value, string Description);
