using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>Finds the values of a parameter over a year: those of each part of it are folded for themselves.</summary>
internal static class SeasonResolver
{
    /// <summary>The value of one parameter and key on a day, and what it is in other seasons.</summary>
    /// <param name="entries">The values of one key, of all packs of the stack, outermost pack first.</param>
    /// <param name="strictness">Which of two values binds more.</param>
    /// <param name="day">The day.</param>
    /// <param name="scale">The scale on which clock times are placed before any two of them are compared.</param>
    /// <returns>The value; null where none is in force on the day.</returns>
    public static ResolvedParameter? Resolve(ImmutableArray<ParameterEntry> entries, Strictness strictness, DateOnly day, TimeScale scale)
    {
        if (entries.All(e => e.Written.Season is null)) return ValueResolver.Resolve(entries, strictness, day, scale);
        ImmutableArray<SeasonPart> parts = [.. PartsOf(entries).Select(first => new SeasonPart(first, ValueResolver.Resolve(Of(entries, first), strictness, day, scale)))];
        int today = Season.DayOf(day);
        ResolvedParameter? standing = (parts.LastOrDefault(p => p.First <= today) ?? parts[^1]).Value;
        return standing is null ? null : standing with { Seasons = parts };
    }

    /// <summary>The first days of the parts of a year in which the same values may hold.</summary>
    /// <param name="entries">The values.</param>
    public static int[] PartsOf(IEnumerable<ParameterEntry> entries) => Season.PartsOf(entries.Select(e => e.Written.Season).OfType<Season>());

    /// <summary>The values that may hold on a day of the year.</summary>
    /// <param name="entries">The values.</param>
    /// <param name="day">The day, from 0.</param>
    public static IEnumerable<ParameterEntry> Of(IEnumerable<ParameterEntry> entries, int day) => entries.Where(e => e.Written.HoldsIn(day));
}
