using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>What changed in meaning between two versions of packs.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PackDiff
{
    internal PackDiff(ImmutableArray<PackChange> changes) => Changes = changes;

    /// <summary>The changes: by kind, then by pack and topic in ordinal order.</summary>
    public ImmutableArray<PackChange> Changes { get; }

    /// <summary>Compares two versions of packs.</summary>
    /// <remarks>
    /// Compared is what the packs mean: rules by their full ids and the canonical text of their conditions, parameters by the values in force in the stack of each pack, day by day.
    /// Layout, order of keys, notes, versions of packs and expressions written otherwise with the same canonical text are no change, nor is a value that is not in force on any day. Facts are those of all packs together.
    /// Calendars are each pack's own, in a region the one that counts there.
    /// </remarks>
    /// <param name="before">The old packs.</param>
    /// <param name="after">The new packs.</param>
    /// <param name="region">Only what holds in this region, by the packs of it and above; null for every pack in its own place.</param>
    /// <param name="asOf">Only what holds on this day; null for all days.</param>
    public static PackDiff Between(Catalogue before, Catalogue after, RegionCode? region = null, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        List<PackChange> changes = [];
        foreach (StackPair pair in StackPair.Of(before, after, region))
        {
            changes.AddRange(PackChanges.Of(pair));
            changes.AddRange(new WaiverChanges(pair, asOf).All());
            changes.AddRange(new CalendarChanges(pair).All());
            changes.AddRange(new RuleChanges(pair, asOf).All());
            changes.AddRange(new ValueChanges(pair, asOf).All());
        }

        changes.AddRange(FactChanges.Of(before.Schema, after.Schema));
        return new PackDiff([.. changes.OrderBy(c => c.Kind).ThenBy(c => c.Pack, StringComparer.Ordinal).ThenBy(c => c.Topic, StringComparer.Ordinal).ThenBy(c => c.From ?? DateOnly.MinValue).ThenBy(c => c.Season, StringComparer.Ordinal)]);
    }
}
