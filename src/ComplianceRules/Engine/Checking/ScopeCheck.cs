using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Checks packs as parents and as neighbours: parents are there and further out, stacks are not too high, and packs of one place have an order.</summary>
/// <param name="packs">The packs.</param>
/// <param name="scopes">What each pack may speak of.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class ScopeCheck(PackSet packs, PackScopes scopes, DiagnosticBag problems)
{
    private const int MostPacks = 64;
    private const int MostLevels = 16;

    /// <summary>Checks every pack.</summary>
    public void Check()
    {
        foreach (RulePack pack in packs.Packs)
        {
            CheckBounds(pack);
            foreach (PackReference parent in pack.Extends) CheckParent(pack, parent);
            foreach (RulePack other in scopes.OfSameRegion(pack).Where(o => string.CompareOrdinal(o.Id, pack.Id) < 0 && NeedOrder(o, pack)))
                problems.Report(DiagnosticCodes.OrderNeeded, pack.Place, pack.Id, other.Id, pack.Region?.Text ?? string.Empty, other.Place.ToString());
        }
    }

    private void CheckParent(RulePack pack, PackReference parent)
    {
        RulePack? found = packs.Find(parent.Id);
        if (found is null)
            problems.Add(new Diagnostic(DiagnosticCodes.ParentMissing, parent.Place, pack.Id, parent.Id) { DidYouMean = NearestName.Of(parent.Id, packs.Packs.Select(p => p.Id)) });
        else if (parent.Versions is { } versions && !versions.Satisfies(found.Version))
            problems.Report(DiagnosticCodes.ParentVersion, parent.Place, pack.Id, parent.Id, versions.OriginalString ?? versions.ToNormalizedString(), found.Version.ToNormalizedString(), found.Place.ToString());
        else if (scopes.Extends(found, pack))
            problems.Report(DiagnosticCodes.ExtendsInCircle, parent.Place, $"`{pack.Id}` -> `{parent.Id}`", found.Place.ToString());
        else if (!pack.IsTemplate && !found.IsTemplate && !scopes.IsFurtherOut(found, pack))
            problems.Report(DiagnosticCodes.ParentNotInStack, parent.Place, pack.Id, pack.Region?.Text ?? string.Empty, parent.Id, found.Region?.Text ?? string.Empty, found.Place.ToString());
    }

    private void CheckBounds(RulePack pack)
    {
        int height = scopes.Of(pack).Length;
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

            level = [.. level.SelectMany(scopes.Parents).Where(seen.Add)];
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static bool NeedOrder(RulePack left, RulePack right) =>
        !right.IsTemplate && left.Schools.IsEmpty == right.Schools.IsEmpty
        && Overlap(left.Schools, right.Schools, (a, b) => a == b) && Overlap(left.Within, right.Within, (a, b) => a.Contains(b) || b.Contains(a))
        && (left.Order ?? 0) == (right.Order ?? 0);

    private static bool Overlap<T>(ImmutableArray<T> left, ImmutableArray<T> right, Func<T, T, bool> meet) =>
        left.IsEmpty || right.IsEmpty || left.Any(a => right.Any(b => meet(a, b)));
}
