using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Packs that have been checked against each other.</summary>
/// <remarks>Immutable; may be shared between threads. Only <see cref="PackChecker"/> makes one.</remarks>
public sealed class Catalogue
{
    internal Catalogue(PackSet packs, FactSchema schema)
    {
        Packs = packs;
        Schema = schema;
    }

    /// <summary>The packs.</summary>
    public PackSet Packs { get; }

    /// <summary>All tables and fields that the packs speak of; snapshots are read by it.</summary>
    public FactSchema Schema { get; }
}
