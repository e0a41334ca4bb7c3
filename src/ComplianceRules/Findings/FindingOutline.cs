namespace ComplianceRules.Findings;

/// <summary>What of a finding is known before it is made: for counting and for choosing which to look at.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Verdict">What the rule says.</param>
/// <param name="Severity">How grave a breach of the rule is, whatever the verdict.</param>
/// <param name="Table">The table of the row; null where the finding stands for all rows that lack the same column or list.</param>
/// <param name="Rows">How many rows the finding stands for.</param>
/// <param name="ShownRows">How many of them a report may show.</param>
public sealed record FindingOutline(string Rule, Verdict Verdict, Severity Severity, string? Table, int Rows, ShownCount ShownRows);
