using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>The same place in two versions of packs.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Before">The old side.</param>
/// <param name="After">The new side.</param>
/// <param name="Own">The ids of the packs whose rules and parameters are compared here; the others of the stack are compared in their own place.</param>
internal sealed record StackPair(StackSide Before, StackSide After, ImmutableArray<string> Own)
{
    /// <summary>The id of the one pack that is compared; null where a whole stack is.</summary>
    public string? Pack { get; private init; }

    /// <summary>The places to compare.</summary>
    /// <param name="before">The old packs.</param>
    /// <param name="after">The new packs.</param>
    /// <param name="region">The region; null for each pack's own place.</param>
    public static IEnumerable<StackPair> Of(Catalogue before, Catalogue after, RegionCode? region)
    {
        if (region is not { } code) return Ids(before, after).Select(id => new StackPair(SideOf(before, after, id), SideOf(after, before, id), [id]) { Pack = id });
        (StackSide old, StackSide now) = (SideIn(before, code), SideIn(after, code));
        return [new StackPair(old, now, [.. old.Packs.Concat(now.Packs).Select(p => p.Id).Distinct(StringComparer.Ordinal)])];
    }

    private static IEnumerable<string> Ids(Catalogue before, Catalogue after) =>
        before.Packs.Packs.Concat(after.Packs.Packs).Select(p => p.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    // Where a pack is not there, its place is judged by the packs further out.
    private static StackSide SideOf(Catalogue catalogue, Catalogue other, string id)
    {
        if (catalogue.Packs.Find(id) is { } pack) return new StackSide(catalogue, catalogue.Scopes.Of(pack));
        return other.Packs.Find(id) is { Region: { } region } ? SideIn(catalogue, region) : new StackSide(catalogue, []);
    }

    private static StackSide SideIn(Catalogue catalogue, RegionCode region) =>
        new(catalogue, catalogue.Scopes.Ordered(catalogue.Scopes.Reaching(region).Where(p => p.Schools.IsEmpty)));
}
