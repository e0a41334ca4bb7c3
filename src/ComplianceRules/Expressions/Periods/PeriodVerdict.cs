namespace ComplianceRules.Expressions;

/// <summary>What follows for a period from how many events it has.</summary>
/// <param name="IsJudged">Whether it is judged; null where that is not known.</param>
/// <param name="IsBroken">Whether it is judged and breaks a limit; null where that is not known.</param>
internal readonly record struct PeriodVerdict(bool? IsJudged, bool? IsBroken)
{
    /// <summary>Holds a period to its limits.</summary>
    /// <param name="period">The period.</param>
    /// <param name="events">The least and the most events that it may have.</param>
    /// <param name="min">The least number.</param>
    /// <param name="max">The largest number.</param>
    public static PeriodVerdict Of(in JudgedPeriod period, (int Least, int Most) events, in CountLimit min, in CountLimit max)
    {
        bool? isMissed = min.IsMissed(events.Least, events.Most);
        bool? isExceeded = max.IsExceeded(events.Least, events.Most);
        if (!period.IsRunning) return new PeriodVerdict(period.Counts, period.Counts & (isMissed | isExceeded));

        // What still runs may have more events: only too many are too many already, and enough are enough.
        return max.IsGiven
            ? new PeriodVerdict(period.Counts & isExceeded, period.Counts & isExceeded)
            : new PeriodVerdict(period.Counts & !isMissed, false);
    }
}
