using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The stacks that occur on one day, each made once.</summary>
/// <remarks>May be shared between threads: what is kept depends only on the catalogue and the day.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day.</param>
internal sealed class StackBook(Catalogue catalogue, DateOnly asOf)
{
    // Far more than there are in one country; the regions that data makes up beyond them are looked for each time.
    private const int MostRegions = 10_000;

    // By pack the rules in force that have others of their kin, which few packs have.
    private readonly ILookup<string, CheckedRule> _kin = catalogue.Rules.Where(r => r.HasKin && r.Rule.Effective.Contains(asOf)).ToLookup(r => r.Pack.Id, StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, PackStack> _stacks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RegionStack> _regions = new(StringComparer.Ordinal);

    /// <summary>The stack of a region itself.</summary>
    /// <param name="region">The region; null where it is not known.</param>
    public RegionStack Of(RegionCode? region)
    {
        string key = region?.Text ?? string.Empty;
        if (_regions.TryGetValue(key, out RegionStack? known)) return known;
        RegionStack found = new(Of(region, null, []), region is { } code && catalogue.Scopes.Reaching(code).Any(p => !p.Schools.IsEmpty));
        return _regions.Count < MostRegions ? _regions.GetOrAdd(key, found) : found;
    }

    /// <summary>The stack of a row.</summary>
    /// <param name="region">The row's region; null where it is not known: then only the named packs judge it.</param>
    /// <param name="school">The id of the school that the row is or lies below; null for a region.</param>
    /// <param name="named">The template packs named for the school.</param>
    public PackStack Of(RegionCode? region, string? school, ImmutableArray<string> named)
    {
        IEnumerable<RulePack> ofRegion = region is { } code ? catalogue.Scopes.Reaching(code) : [];
        IEnumerable<RulePack> ofSchool = ofRegion.Where(p => p.Schools.IsEmpty || (school is not null && p.Schools.Contains(school)));
        IEnumerable<RulePack> templates = named.Distinct(StringComparer.Ordinal).Select(catalogue.Packs.Find).OfType<RulePack>().Where(p => p.IsTemplate);
        return Of(catalogue.Scopes.Ordered(ofSchool.Concat(templates)));
    }

    /// <summary>The stack of some packs.</summary>
    /// <param name="packs">The packs, outermost first.</param>
    public PackStack Of(ImmutableArray<RulePack> packs) =>
        _stacks.GetOrAdd(string.Join('\n', packs.Select(p => p.Id)), _ => new PackStack(packs, catalogue.BookOf(packs).InForce(asOf, catalogue.Scales), catalogue.Scopes) { Replaced = ReplacedIn(packs) });

    // Of the rules that take one place, that of the pack furthest in stands.
    private FrozenSet<string> ReplacedIn(ImmutableArray<RulePack> packs) =>
        packs.SelectMany(p => _kin[p.Id]).GroupBy(r => r.Id, StringComparer.Ordinal).SelectMany(family => family.SkipLast(1)).Select(r => r.FullId).ToFrozenSet(StringComparer.Ordinal);
}
