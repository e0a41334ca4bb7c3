using ComplianceRules.Diagnostics;

namespace ComplianceRules.Analysis;

/// <summary>One change of meaning between two versions of packs.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Kind">What sort of change.</param>
/// <param name="Pack">The id of the pack in which it is seen; null where it concerns all packs together, as facts do.</param>
/// <param name="Topic">What changed: the full id of a rule, the name of a parameter with its key, <c>table.field</c>, an instrument, the rule and the row of a waiver, a part of the calendar, or a pack's id.</param>
/// <param name="Text">The change as a sentence.</param>
public sealed record PackChange(PackChangeKind Kind, string? Pack, string Topic, LocalText Text)
{
    /// <summary>What it was; null where there was nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What it is; null where there is nothing any more.</summary>
    public string? After { get; init; }

    /// <summary>The days of each year on which a value changed, as packs write seasons; null for all, and for other changes.</summary>
    public string? Season { get; init; }

    /// <summary>The first day of the change of a value; null where that is before all snapshots, and for other changes.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the change of a value; null where it has no end, and for other changes.</summary>
    public DateOnly? Until { get; init; }
}
