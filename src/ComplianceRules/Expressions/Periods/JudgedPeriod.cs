namespace ComplianceRules.Expressions;

/// <summary>A period, or the part of it that lies in its frame.</summary>
/// <param name="Unit">How long it is.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
internal readonly record struct JudgedPeriod(PeriodUnit Unit, DateOnly From, DateOnly To)
{
    /// <summary>Whether it has days enough that are taught on to count; null where that is not known.</summary>
    public bool? Counts { get; init; }

    /// <summary>The last day on which events count: of a period that runs, the day of assessment.</summary>
    public DateOnly Last { get; init; }

    /// <summary>Whether it has not ended on the day of assessment.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether its frame cut it.</summary>
    public bool IsCut { get; init; }

    /// <summary>The school year of a term or school year; null for others.</summary>
    public string? SchoolYear { get; init; }

    /// <summary>The number of a term in its school year; 0 for others.</summary>
    public int Term { get; init; }
}
