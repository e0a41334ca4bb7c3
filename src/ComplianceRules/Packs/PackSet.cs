using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Packs;

/// <summary>The packs of one load, each read without error, not yet checked against each other.</summary>
/// <remarks>Immutable.</remarks>
public sealed class PackSet
{
    private readonly FrozenDictionary<string, RulePack> _byId;

    internal PackSet(IEnumerable<RulePack> packs)
    {
        Packs = [.. packs.OrderBy(p => p.Id, StringComparer.Ordinal)];
        _byId = Packs.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);
    }

    /// <summary>The packs in ordinal order of their ids.</summary>
    public ImmutableArray<RulePack> Packs { get; }

    /// <summary>The pack of an id; null where there is none.</summary>
    /// <param name="id">The id.</param>
    public RulePack? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.GetValueOrDefault(id);
    }
}
