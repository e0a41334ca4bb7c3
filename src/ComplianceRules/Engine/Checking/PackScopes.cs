using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>For each pack the packs whose names it may use: itself and everything further out, outermost first.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class PackScopes
{
    private const int MostPacks = 64;
    private const int MostLevels = 16;

    private readonly FrozenDictionary<string, ImmutableArray<RulePack>> _scopes;
    private readonly PackSet _packs;

    public PackScopes(PackSet packs)
    {
        _packs = packs;
        _scopes = packs.Packs.ToFrozenDictionary(p => p.Id, p => ScopeOf(p, packs), StringComparer.Ordinal);
    }

    /// <summary>The pack and everything further out, outermost first.</summary>
    /// <param name="pack">The pack.</param>
    public ImmutableArray<RulePack> Of(RulePack pack) => _scopes[pack.Id];

    /// <summary>Whether a pack is another or extends it, over any number of steps.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="other">The other.</param>
    public bool Extends(RulePack pack, RulePack other) => Extended(pack, _packs).Contains(other);

    /// <summary>Whether every pack that a pack extends, over any number of steps, is there: without them, names would only be reported as unknown in its wake.</summary>
    /// <param name="pack">The pack.</param>
    public bool IsWhole(RulePack pack) => Extended(pack, _packs).All(p => p.Extends.All(e => _packs.Find(e.Id) is not null));

    /// <summary>The instrument of a name as a pack means it: its own, else that of the nearest pack further out; null where there is none.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="instrument">The instrument's name.</param>
    public Instrument? Instrument(RulePack pack, string instrument) =>
        Of(pack).Reverse().Select(p => p.Instruments.GetValueOrDefault(instrument)).FirstOrDefault(i => i is not null);

    /// <summary>Whether rows of a region may have a pack in their stack.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="region">The region.</param>
    public static bool Reaches(RulePack pack, RegionCode region) =>
        pack.Region is { } own && own.Contains(region) && (pack.Within.IsEmpty || pack.Within.Any(w => w.Contains(region)));

    /// <summary>Outermost first: region packs by level, then school packs and templates; those of one level by their order.</summary>
    /// <param name="packs">The packs of one stack.</param>
    public static ImmutableArray<RulePack> Ordered(IEnumerable<RulePack> packs) =>
    [
        .. packs.OrderBy(p => p.IsTemplate ? 2 : p.Schools.IsEmpty ? 0 : 1)
            .ThenBy(p => p.Region?.SelfAndAncestors().Count() ?? 0)
            .ThenBy(p => p.Order ?? 0)
            .ThenBy(p => p.Id, StringComparer.Ordinal),
    ];

    /// <summary>Reports parents that are missing, of another version, in a circle or not further out, and packs of one place without order.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static void Check(PackSet packs, DiagnosticBag problems)
    {
        foreach (RulePack pack in packs.Packs)
        {
            CheckBounds(pack, packs, problems);
            foreach (PackReference parent in pack.Extends) CheckParent(pack, parent, packs, problems);
            foreach (RulePack other in packs.Packs.Where(o => string.CompareOrdinal(o.Id, pack.Id) < 0 && NeedOrder(o, pack)))
                problems.Report(DiagnosticCodes.OrderNeeded, pack.Place, pack.Id, other.Id, pack.Region?.Text ?? string.Empty);
        }
    }

    private static void CheckParent(RulePack pack, PackReference parent, PackSet packs, DiagnosticBag problems)
    {
        RulePack? found = packs.Find(parent.Id);
        if (found is null)
            problems.Add(new Diagnostic(DiagnosticCodes.ParentMissing, parent.Place, pack.Id, parent.Id) { DidYouMean = NearestName.Of(parent.Id, packs.Packs.Select(p => p.Id)) });
        else if (parent.Versions is { } versions && !versions.Satisfies(found.Version))
            problems.Report(DiagnosticCodes.ParentVersion, parent.Place, pack.Id, parent.Id, versions.OriginalString ?? versions.ToNormalizedString(), found.Version.ToNormalizedString());
        else if (Extended(found, packs).Any(p => p.Id == pack.Id))
            problems.Report(DiagnosticCodes.ExtendsInCircle, parent.Place, $"`{pack.Id}` -> `{parent.Id}`");
        else if (!pack.IsTemplate && !found.IsTemplate && !IsFurtherOut(found, pack))
            problems.Report(DiagnosticCodes.ParentNotInStack, parent.Place, pack.Id, pack.Region?.Text ?? string.Empty, parent.Id, found.Region?.Text ?? string.Empty);
    }

    private static void CheckBounds(RulePack pack, PackSet packs, DiagnosticBag problems)
    {
        int height = ScopeOf(pack, packs).Length;
        if (height > MostPacks) problems.Report(DiagnosticCodes.StackTooHigh, pack.Place, pack.Id, Text(height), Text(MostPacks));
        List<RulePack> level = [pack];
        HashSet<RulePack> seen = [pack];
        for (int depth = 0; level.Count > 0; depth++)
        {
            if (depth > MostLevels)
            {
                problems.Report(DiagnosticCodes.ExtendsTooDeep, pack.Place, pack.Id, Text(MostLevels));
                return;
            }

            level = [.. level.SelectMany(p => p.Extends).Select(e => packs.Find(e.Id)).OfType<RulePack>().Where(seen.Add)];
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool IsFurtherOut(RulePack outer, RulePack inner) =>
        inner.Region is { } region && Reaches(outer, region) && Ordered([inner, outer])[0] == outer;

    private static bool NeedOrder(RulePack left, RulePack right) =>
        !left.IsTemplate && !right.IsTemplate && left.Region == right.Region && left.Schools.IsEmpty == right.Schools.IsEmpty
        && Overlap(left.Schools, right.Schools, (a, b) => a == b) && Overlap(left.Within, right.Within, (a, b) => a.Contains(b) || b.Contains(a))
        && (left.Order ?? 0) == (right.Order ?? 0);

    private static bool Overlap<T>(ImmutableArray<T> left, ImmutableArray<T> right, Func<T, T, bool> meet) =>
        left.IsEmpty || right.IsEmpty || left.Any(a => right.Any(b => meet(a, b)));

    private static ImmutableArray<RulePack> ScopeOf(RulePack pack, PackSet packs)
    {
        HashSet<RulePack> scope = [pack];
        foreach (RulePack at in Extended(pack, packs))
        {
            scope.Add(at);
            if (at.Region is not { } region) continue;
            scope.UnionWith(packs.Packs.Where(p => !p.IsTemplate && p != pack && p.Schools.IsEmpty && IsFurtherOut(p, at) && Reaches(p, region)));
        }

        return Ordered(scope.Where(p => p != pack)).Add(pack);
    }

    /// <summary>The pack and all that it extends, over any number of steps; a circle ends where it closes.</summary>
    private static HashSet<RulePack> Extended(RulePack pack, PackSet packs)
    {
        HashSet<RulePack> seen = [pack];
        Queue<RulePack> waiting = new(seen);
        while (waiting.TryDequeue(out RulePack? at))
        {
            foreach (RulePack parent in at.Extends.Select(e => packs.Find(e.Id)).OfType<RulePack>().Where(seen.Add)) waiting.Enqueue(parent);
        }

        return seen;
    }
}
