using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>A list of days of a calendar while it is gathered.</summary>
internal sealed class CalendarDays
{
    private readonly HashSet<DateOnly> _days = [];
    private bool _isReported;
    private bool _hasLost;

    /// <summary>Whether a day that is not in the list is known not to be.</summary>
    public bool IsWhole => _isReported && !_hasLost;

    public void Report() => _isReported = true;

    public void Lose() => _hasLost = true;

    public void Add(DateOnly day) => _days.Add(day);

    public bool Contains(DateOnly day) => _days.Contains(day);

    public ImmutableSortedSet<DateOnly> ToSet() => [.. _days];
}
