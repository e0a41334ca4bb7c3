namespace ComplianceRules.Packs;

/// <summary>The days on which a rule is in force.</summary>
/// <remarks>Immutable. Local days; all ends included.</remarks>
/// <param name="From">The first day; null where the rule is in force since before all snapshots.</param>
/// <param name="WarningUntil">The last day on which a breach is at most a warning; null where there is no such time.</param>
/// <param name="Until">The last day; null where the rule has no end.</param>
public sealed record EffectivePeriod(DateOnly? From, DateOnly? WarningUntil, DateOnly? Until)
{
    /// <summary>Whether the rule is in force on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => (From is null || From <= day) && (Until is null || Until >= day);

    /// <summary>Whether there is a day on which both rules are in force.</summary>
    /// <param name="other">The days of the other rule.</param>
    public bool Meets(EffectivePeriod other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other.Until ?? DateOnly.MaxValue) >= (From ?? DateOnly.MinValue) && (Until ?? DateOnly.MaxValue) >= (other.From ?? DateOnly.MinValue);
    }
}
