using ComplianceRules.Findings;

namespace ComplianceRules.Analysis;

/// <summary>What became of one finding.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ComparedFinding
{
    /// <summary>The rule's full id.</summary>
    public required string Rule { get; init; }

    /// <summary>The row, named as in the later assessment that lists it; null for all rows that lack the same column or list.</summary>
    public Subject? Subject { get; init; }

    /// <summary>Where the row lies, by the later assessment where that lists it; null where neither tells.</summary>
    public FindingPlace? Place { get; init; }

    /// <summary>What became of it.</summary>
    public required FindingTrend Trend { get; init; }

    /// <summary>What the earlier assessment says of the row.</summary>
    public required RecordedState StateBefore { get; init; }

    /// <summary>What the later assessment says of the row.</summary>
    public required RecordedState StateAfter { get; init; }

    /// <summary>The finding of the earlier assessment; null where it lists none.</summary>
    public RecordedFinding? Before { get; init; }

    /// <summary>The finding of the later assessment; null where it lists none.</summary>
    public RecordedFinding? After { get; init; }

    /// <summary>How grave a breach is: by the later assessment where it lists the row, else by the earlier one.</summary>
    public Severity Severity => (After ?? Before)?.Severity ?? default;

    /// <summary>Whether both list a limit and it is not the same: then it may be the law that moved, and not the row.</summary>
    public bool LimitChanged => Before?.Limit is { } old && After?.Limit is { } now && (old != now || Before.Unit != After.Unit);

    /// <summary>How much larger the room is now, negative where it is smaller; null where the two cannot be compared because a margin is not there or the units differ.</summary>
    /// <remarks>In <see cref="RecordedFinding.Unit"/>; minutes for times.</remarks>
    public decimal? Gain => Before?.Margin is { } old && After?.Margin is { } now && Before.Unit == After.Unit ? MarginGain.Of(old, now) : null;
}
