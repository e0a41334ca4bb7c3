using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Rows made of columns: by label, which made column comes from which column of the record.</summary>
/// <param name="Name">The made column that holds the labels.</param>
/// <param name="Value">The made column that holds the values, where a label is the name of its only column.</param>
/// <param name="Labels">The labels.</param>
internal sealed record OracleUnpivot(string Name, string? Value, ImmutableArray<KeyValuePair<string, ImmutableDictionary<string, string>>> Labels)
{
    /// <summary>The columns that are made, the labels among them.</summary>
    public ImmutableArray<string> Made => [Name, .. Labels.SelectMany(l => l.Value.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
