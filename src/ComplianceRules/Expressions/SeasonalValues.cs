using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The values that a parameter has over a year: one for each part, by the first day of the part, in the order of the year.</summary>
/// <remarks>Immutable. The days before the first part belong to the last one.</remarks>
/// <param name="parts">The parts, at least one; a value is null where none is in force.</param>
internal sealed class SeasonalValues(ImmutableArray<(int First, Value? Value)> parts)
{
    /// <summary>The parts, in the order of the year.</summary>
    public ImmutableArray<(int First, Value? Value)> Parts => parts;

    /// <summary>The value on a day of the year; null where none is in force.</summary>
    /// <param name="day">The day, from 0.</param>
    public Value? On(int day)
    {
        for (int part = parts.Length - 1; part >= 0; part--)
        {
            if (parts[part].First <= day) return parts[part].Value;
        }

        return parts[^1].Value;
    }

    /// <summary>The same times on a scale.</summary>
    /// <param name="scale">The scale.</param>
    public SeasonalValues On(TimeScale scale) => new([.. parts.Select(p => (p.First, p.Value is TimeValue time ? new TimeValue(scale.Place(time.Minutes)) : p.Value))]);

    /// <summary>Whether other values are the same on every day of the year.</summary>
    /// <param name="other">The others.</param>
    public bool AreSame(SeasonalValues other) => Enumerable.Range(0, Season.DaysOfYear).All(day => IsSame(On(day), other.On(day)));

    private static bool IsSame(Value? left, Value? right) => left is null || right is null ? left is null && right is null : ExactComparison.Same(left, right);
}
