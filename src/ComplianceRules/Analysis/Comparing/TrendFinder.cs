namespace ComplianceRules.Analysis;

/// <summary>Says what became of a finding.</summary>
internal static class TrendFinder
{
    /// <summary>The trend of what two assessments say; null where that is nothing to tell of.</summary>
    /// <param name="pair">What both say; its trend is not looked at.</param>
    public static FindingTrend? Of(ComparedFinding pair)
    {
        (RecordedState before, RecordedState after) = (pair.StateBefore, pair.StateAfter);
        if (after == RecordedState.NonCompliant) return before == RecordedState.NonCompliant ? Between(pair) : FindingTrend.New;
        if (before == RecordedState.NonCompliant) return AfterBreach(after);
        return after switch
        {
            RecordedState.Undetermined => before == RecordedState.Undetermined ? FindingTrend.StillUnknown : FindingTrend.NewlyUnknown,
            RecordedState.Waived => before == RecordedState.Waived ? null : FindingTrend.NewlyExcused,
            RecordedState.Compliant or RecordedState.NotApplicable or RecordedState.KeptOrNotConcerned when before == RecordedState.Undetermined => FindingTrend.Decided,
            _ => null,
        };
    }

    private static FindingTrend AfterBreach(RecordedState after) => after switch
    {
        RecordedState.Compliant or RecordedState.KeptOrNotConcerned => FindingTrend.Fixed,
        RecordedState.NotApplicable => FindingTrend.NoLongerApplies,
        RecordedState.Waived => FindingTrend.Excused,
        RecordedState.Undetermined => FindingTrend.NoLongerKnown,
        RecordedState.RowAbsent or RecordedState.RuleNotInForce or RecordedState.RuleAbsent => FindingTrend.Gone,
        _ => FindingTrend.Unclear,
    };

    // What the row has comes first: a law that calls the same breach graver has not made the school worse.
    private static FindingTrend Between(ComparedFinding pair)
    {
        int gain = pair.Gain is { } room ? Math.Sign(room) : 0;
        int milder = pair is { Before: { } old, After: { } now } ? old.Severity.CompareTo(now.Severity) : 0;
        return (gain, milder) switch
        {
            ( < 0, _) or (0, < 0) => FindingTrend.Worse,
            ( > 0, _) or (0, > 0) => FindingTrend.Better,
            _ => FindingTrend.StillOpen,
        };
    }
}
