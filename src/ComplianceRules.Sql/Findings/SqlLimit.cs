using System.Collections.Immutable;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Sql.Findings;

/// <summary>One limit of a rule as columns of a statement.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Bound">The limit.</param>
/// <param name="Value">Its value.</param>
/// <param name="Tolerance">The room on both sides; null where there is none.</param>
internal sealed record SqlLimit(Bound Bound, SqlQuantity Value, SqlQuantity? Tolerance)
{
    /// <summary>How the value of each case came about, where a parameter gives it; empty where none does.</summary>
    public ImmutableArray<ResolvedParameter?> Sources { get; init; } = [];

    /// <summary>The texts of its columns.</summary>
    public IEnumerable<string> Columns => Value.Columns.Concat(Tolerance?.Columns ?? []);
}
