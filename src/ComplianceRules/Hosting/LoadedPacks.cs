using System.Collections.Concurrent;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Hosting;

/// <summary>Packs that were read, checked and proved, ready to judge by.</summary>
/// <remarks>Never changes as far as anybody can see; may be shared between threads. Who holds it goes on judging by it, whatever is loaded after it.</remarks>
public sealed class LoadedPacks
{
    // Judging one day after another, as a history does, shall not keep a plan for each.
    private const int MostPlans = 32;

    private readonly ConcurrentDictionary<DateOnly, Lazy<Plan>> _plans = [];

    internal LoadedPacks(Catalogue catalogue, ImmutableArray<Diagnostic> warnings, DateTimeOffset loadedAt)
    {
        Catalogue = catalogue;
        Warnings = warnings;
        LoadedAt = loadedAt;
    }

    /// <summary>The packs.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>The tables and fields that facts are read by.</summary>
    public FactSchema Schema => Catalogue.Schema;

    /// <summary>What reading and checking warned of, in file order.</summary>
    public ImmutableArray<Diagnostic> Warnings { get; }

    /// <summary>When they were loaded.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>The plan of a day; those of days asked for lately are kept.</summary>
    /// <param name="asOf">The day of assessment.</param>
    public Plan PlanFor(DateOnly asOf)
    {
        if (_plans.TryGetValue(asOf, out Lazy<Plan>? known)) return known.Value;
        if (_plans.Count >= MostPlans) _plans.Clear();
        return _plans.GetOrAdd(asOf, day => new Lazy<Plan>(() => Plan.For(Catalogue, day))).Value;
    }

    /// <summary>Whether other packs are the same, file by file.</summary>
    internal bool IsOf(Packs.PackSet packs) => Fingerprints(Catalogue.Packs).SequenceEqual(Fingerprints(packs));

    private static IEnumerable<(string Id, string Sha256)> Fingerprints(Packs.PackSet packs) => packs.Packs.Select(p => (p.Id, p.Sha256));
}
