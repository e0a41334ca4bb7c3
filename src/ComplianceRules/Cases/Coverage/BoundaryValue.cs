using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cases;

/// <summary>A value of a parameter that a comparison is measured at.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Key">The key; null for a parameter that is not keyed.</param>
/// <param name="From">The first day of the value; null where it holds since before all snapshots.</param>
/// <param name="Season">The days of each year on which it holds; null for all.</param>
/// <param name="Value">The value as the pack gives it.</param>
public sealed record BoundaryValue(string Parameter, string? Key, DateOnly? From, Season? Season, FindingValue Value);
