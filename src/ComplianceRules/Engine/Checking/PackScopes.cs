using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>For each pack the packs whose names it may use: itself and everything further out, outermost first.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class PackScopes
{
    private readonly PackSet _packs;

    // A thousand counties have a thousand packs; each looks only at those of its own region and of the regions above.
    private readonly ILookup<RegionCode, RulePack> _byRegion;
    private readonly FrozenDictionary<string, PackRank> _ranks;
    private readonly FrozenDictionary<string, ImmutableArray<RulePack>> _scopes;

    /// <summary>Finds what each pack may speak of.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="formerCodes">Codes that are no more.</param>
    public PackScopes(PackSet packs, FormerCodes formerCodes)
    {
        _packs = packs;
        FormerCodes = formerCodes;
        _byRegion = packs.Packs.Where(p => !p.IsTemplate && p.Region is not null).ToLookup(p => p.Region!.Value);
        _ranks = packs.Packs.ToFrozenDictionary(p => p.Id, p => PackRank.Of(p, formerCodes), StringComparer.Ordinal);
        _scopes = packs.Packs.ToFrozenDictionary(p => p.Id, ScopeOf, StringComparer.Ordinal);
    }

    /// <summary>Codes that are no more.</summary>
    public FormerCodes FormerCodes { get; }

    /// <summary>The pack and everything further out, outermost first.</summary>
    /// <param name="pack">The pack.</param>
    public ImmutableArray<RulePack> Of(RulePack pack) => _scopes[pack.Id];

    /// <summary>Whether a pack is another or extends it, over any number of steps.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="other">The other.</param>
    public bool Extends(RulePack pack, RulePack other) => Extended(pack).Contains(other);

    /// <summary>Whether every pack that a pack extends, over any number of steps, is there: without them, names would only be reported as unknown in its wake.</summary>
    /// <param name="pack">The pack.</param>
    public bool IsWhole(RulePack pack) => Extended(pack).All(p => p.Extends.All(e => _packs.Find(e.Id) is not null));

    /// <summary>The instrument of a name as a pack means it: its own, else that of the nearest pack further out; null where there is none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="instrument">The instrument's name.</param>
    public Instrument? Instrument(RulePack pack, string instrument)
    {
        ImmutableArray<RulePack> scope = Of(pack);
        for (int i = scope.Length - 1; i >= 0; i--)
        {
            if (scope[i].Instruments.TryGetValue(instrument, out Instrument? found)) return found;
        }

        return null;
    }

    /// <summary>The packs, no templates among them, that rows of a region may have in their stack: of the region itself first, then of those above.</summary>
    /// <param name="region">The region.</param>
    public IEnumerable<RulePack> Reaching(RegionCode region) =>
        FormerCodes.SelfAndAncestors(region).SelectMany(code => _byRegion[code]).Where(p => p.Within.IsEmpty || p.Within.Any(w => FormerCodes.Contains(w, region)));

    /// <summary>The packs of the very same region as a pack, itself and no templates among them, in ordinal order of their ids.</summary>
    /// <param name="pack">The pack.</param>
    public IEnumerable<RulePack> OfSameRegion(RulePack pack) => pack.Region is { } region ? _byRegion[region] : [];

    /// <summary>Whether a pack stands further out than another in a stack that has both.</summary>
    /// <param name="outer">The pack that may stand further out; no template.</param>
    /// <param name="inner">The other.</param>
    public bool IsFurtherOut(RulePack outer, RulePack inner) =>
        inner.Region is { } region && _ranks[outer.Id].CompareTo(_ranks[inner.Id]) < 0 && Reaching(region).Contains(outer);

    /// <summary>Outermost first: region packs by level, then school packs and templates; those of one level by their order.</summary>
    /// <param name="packs">The packs of one stack.</param>
    public ImmutableArray<RulePack> Ordered(IEnumerable<RulePack> packs) => [.. packs.OrderBy(p => _ranks[p.Id])];

    /// <summary>The packs that a pack itself extends, as far as they are there.</summary>
    /// <param name="pack">The pack.</param>
    public IEnumerable<RulePack> Parents(RulePack pack) => pack.Extends.Select(e => _packs.Find(e.Id)).OfType<RulePack>();

    /// <summary>The pack and all that it extends, over any number of steps; a circle ends where it closes.</summary>
    /// <param name="pack">The pack.</param>
    public HashSet<RulePack> Extended(RulePack pack)
    {
        HashSet<RulePack> seen = [pack];
        Queue<RulePack> waiting = new(seen);
        while (waiting.TryDequeue(out RulePack? at))
        {
            foreach (RulePack parent in Parents(at).Where(seen.Add)) waiting.Enqueue(parent);
        }

        return seen;
    }

    private ImmutableArray<RulePack> ScopeOf(RulePack pack)
    {
        HashSet<RulePack> scope = [pack];
        foreach (RulePack at in Extended(pack))
        {
            scope.Add(at);
            if (at.Region is { } region) scope.UnionWith(Reaching(region).Where(p => p.Schools.IsEmpty && _ranks[p.Id].CompareTo(_ranks[at.Id]) < 0));
        }

        scope.Remove(pack);
        return Ordered(scope).Add(pack);
    }
}
