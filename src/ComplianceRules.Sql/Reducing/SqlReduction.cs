using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Engine;

namespace ComplianceRules.Sql.Reducing;

/// <summary>Rules of regions of which the database works out what they ask of each school and of the rows below it, and which are then judged in process.</summary>
/// <remarks>Not changed any more once it is made.</remarks>
/// <param name="Catalogue">The packs, with those rules asking for what the database worked out.</param>
/// <param name="Tables">What it works out, of schools first; empty where no region has such a rule.</param>
/// <param name="Rules">The full ids of those rules.</param>
internal sealed record SqlReduction(Catalogue Catalogue, ImmutableArray<SqlReducedTable> Tables, FrozenSet<string> Rules)
{
    /// <summary>The tables that are no school's and whose rows are gone through as they stand, in ordinal order.</summary>
    public required ImmutableArray<string> Own { get; init; }
}
