using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Makes several records of one that has the same facts side by side, such as a column for each grade.</summary>
/// <param name="Name">The column that is made to hold the label.</param>
/// <param name="Values">The columns that are made to hold the values.</param>
/// <param name="Parts">What each of the records is made of.</param>
internal sealed record Unpivot(string Name, ImmutableArray<string> Values, ImmutableArray<UnpivotPart> Parts);
