namespace ComplianceRules.Findings;

/// <summary>What one rule of a part says of the row or of the rows below it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rule">The rule's full id.</param>
/// <param name="Verdict">The worst verdict; undetermined too where the rows below are not all known.</param>
/// <param name="Counts">Whether it counts: it is mandatory, or a veto.</param>
public sealed record FindingPartRule(string Rule, Verdict Verdict, bool Counts);
