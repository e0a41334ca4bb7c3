namespace ComplianceRules.Interop;

/// <summary>One condition of a rule.</summary>
/// <param name="Rule">The rule that it was.</param>
/// <param name="Condition">What it is now.</param>
internal sealed record TranslatedItem(WorkflowRule Rule, Said Condition);
