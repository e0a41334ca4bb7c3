using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>One fact of one row and what it would have to be.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Row">The row.</param>
/// <param name="Field">The fact: a field that packs mark as one that can be changed.</param>
/// <param name="From">What it is now.</param>
/// <param name="To">What it would have to be.</param>
/// <param name="Unit">The unit of a number; null for other types.</param>
/// <param name="Cost">How dear the change is: the cost of a step of the field, times the steps. One step is the field's step of a number, a minute of a time, a day of a date, each key of a set that comes or goes, and any other value else.</param>
public sealed record FactChange(Subject Row, FieldSchema Field, FindingValue From, FindingValue To, string? Unit, decimal Cost);
