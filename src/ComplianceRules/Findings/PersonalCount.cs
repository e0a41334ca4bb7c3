namespace ComplianceRules.Findings;

/// <summary>How many persons below one row have the same verdict of a rule: what is told of rows that are never listed.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Parent">The nearest row above the persons that is no person; null for persons whose parent is not known.</param>
/// <param name="Verdict">What the rule says of them.</param>
/// <param name="Severity">How grave a breach of the rule is on the day of assessment, whatever the verdict.</param>
/// <param name="Rows">How many persons, never an exact number below three.</param>
public sealed record PersonalCount(string Rule, Subject? Parent, Verdict Verdict, Severity Severity, ShownCount Rows);
