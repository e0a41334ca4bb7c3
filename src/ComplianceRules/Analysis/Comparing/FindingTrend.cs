namespace ComplianceRules.Analysis;

/// <summary>What became of a finding from one assessment to a later one.</summary>
/// <remarks>
/// Every breach of the earlier assessment is one of Worse, Better, StillOpen, Fixed, NoLongerApplies, Excused, NoLongerKnown, Gone and Unclear; every breach of the later one is one of New, Worse,
/// Better and StillOpen. So the breaches of both can be counted again from the trends.
/// </remarks>
public enum FindingTrend
{
    /// <summary>Broken now and not broken before; what was before is told by <see cref="ComparedFinding.StateBefore"/>.</summary>
    New = 0,

    /// <summary>Broken on both days, and now by more, or where that cannot be compared or is equal, more gravely.</summary>
    Worse = 1,

    /// <summary>Broken on both days, and now by less, or where that cannot be compared or is equal, less gravely.</summary>
    Better = 2,

    /// <summary>Broken on both days, as far as can be told alike.</summary>
    StillOpen = 3,

    /// <summary>Broken before, and now the row is still there, the rule is still in force, and the row no longer breaks it.</summary>
    Fixed = 4,

    /// <summary>Broken before, and now the rule does not concern the row. Told apart from Fixed only where an assessment lists everything.</summary>
    NoLongerApplies = 5,

    /// <summary>Broken before, and now broken and waived.</summary>
    Excused = 6,

    /// <summary>Broken before, and now undetermined: no progress, only less knowledge.</summary>
    NoLongerKnown = 7,

    /// <summary>Broken before, and now the row is not in the data, or the rule is not in force or not among those judged by.</summary>
    Gone = 8,

    /// <summary>Broken before and not listed now, and the later assessment does not tell why.</summary>
    Unclear = 9,

    /// <summary>Undetermined now and not before, other than what was broken.</summary>
    NewlyUnknown = 10,

    /// <summary>Broken and waived now, and before neither broken nor waived.</summary>
    NewlyExcused = 11,

    /// <summary>Undetermined before, and now known not to be broken.</summary>
    Decided = 12,

    /// <summary>Undetermined on both days.</summary>
    StillUnknown = 13,
}
