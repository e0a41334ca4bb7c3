using System.Collections.Immutable;

namespace ComplianceRules.Sql.Findings;

/// <summary>What a rule measures of a row, and its limits, as columns of a statement.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Observed">What the row has.</param>
/// <param name="Limits">The limits, in the order of the rule.</param>
internal sealed record SqlMeasure(SqlQuantity Observed, ImmutableArray<SqlLimit> Limits)
{
    /// <summary>The texts of its columns.</summary>
    public IEnumerable<string> Columns => Observed.Columns.Concat(Limits.SelectMany(l => l.Columns));
}
