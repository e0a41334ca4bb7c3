using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Packs that have been checked against each other.</summary>
/// <remarks>Immutable; may be shared between threads. Only <see cref="PackChecker"/> makes one.</remarks>
public sealed class Catalogue
{
    internal Catalogue(PackSet packs, FactSchema schema, PackScopes scopes, ImmutableArray<CheckedRule> rules)
    {
        Packs = packs;
        Schema = schema;
        Scopes = scopes;
        Rules = [.. rules.OrderBy(r => r.FullId, StringComparer.Ordinal)];
    }

    /// <summary>The packs.</summary>
    public PackSet Packs { get; }

    /// <summary>All tables and fields that the packs speak of; snapshots are read by it.</summary>
    public FactSchema Schema { get; }

    /// <summary>What each pack may speak of.</summary>
    internal PackScopes Scopes { get; }

    /// <summary>The rules in ordinal order of their full ids.</summary>
    internal ImmutableArray<CheckedRule> Rules { get; }
}
