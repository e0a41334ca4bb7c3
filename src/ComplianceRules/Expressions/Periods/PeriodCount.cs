namespace ComplianceRules.Expressions;

/// <summary>How many events a period has, and what follows for its limits.</summary>
/// <param name="Period">The period.</param>
/// <param name="Least">The least that there may be.</param>
/// <param name="Most">The most that there may be; <see cref="int.MaxValue"/> where the list is not known.</param>
/// <param name="Verdict">Whether it is judged, and breaks a limit.</param>
internal readonly record struct PeriodCount(JudgedPeriod Period, int Least, int Most, PeriodVerdict Verdict)
{
    /// <summary>The room left to the nearer limit, the least that it may be; of a limit that is broken, the least breach, negative. Null where no limit is known.</summary>
    public Rational? Room { get; private init; }

    /// <summary>Holds a period to its limits.</summary>
    /// <param name="period">The period.</param>
    /// <param name="events">The least and the most events that it may have.</param>
    /// <param name="min">The least number.</param>
    /// <param name="max">The largest number.</param>
    public static PeriodCount Of(JudgedPeriod period, (int Least, int Most) events, CountLimit min, CountLimit max)
    {
        int forMin = min.IsMissed(events.Least, events.Most) == true ? events.Most : events.Least;
        int forMax = max.IsExceeded(events.Least, events.Most) == true ? events.Least : events.Most;
        Rational? above = min.Value is { } least ? Rational.Of(forMin) - least : null;
        Rational? below = max.Value is { } most ? most - Rational.Of(forMax) : null;
        return new PeriodCount(period, events.Least, events.Most, PeriodVerdict.Of(period, events, min, max)) { Room = below < above ? below : above ?? below };
    }
}
