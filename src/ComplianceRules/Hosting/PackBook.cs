using System.Runtime.CompilerServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Hosting;

/// <summary>Knows which packs judge the snapshots of a schema, as long as somebody holds one.</summary>
/// <remarks>May be shared between threads.</remarks>
internal sealed class PackBook
{
    private readonly ConditionalWeakTable<FactSchema, LoadedPacks> _bySchema = [];

    /// <summary>Adds packs; those loaded before by the same schema judge its snapshots no more.</summary>
    /// <param name="packs">The packs.</param>
    public void Add(LoadedPacks packs) => _bySchema.AddOrUpdate(packs.Schema, packs);

    /// <summary>The packs that judge a snapshot: those in force where it fits them, else those that it was read for.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="current">The packs in force.</param>
    /// <exception cref="ArgumentException">It was read by the schema of no packs that were loaded here.</exception>
    public LoadedPacks For(Snapshot snapshot, LoadedPacks current)
    {
        if (snapshot.Schema == current.Schema) return current;
        return _bySchema.TryGetValue(snapshot.Schema, out LoadedPacks? read)
            ? read
            : throw new ArgumentException("the snapshot was read by the schema of other packs than this evaluator has loaded: read it by the schema of `Packs`", nameof(snapshot));
    }
}
