using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Finds days with and without a value among those on which a rule is in force.</summary>
internal static class SeasonDays
{
    /// <summary>The first day on which no entry is in force.</summary>
    /// <param name="entries">The entries that may hold in one part of the year, of any packs.</param>
    /// <param name="days">The days that count, both included.</param>
    /// <param name="season">The only days of the year that count; null for all.</param>
    /// <returns>Null where there is none.</returns>
    public static DateOnly? FirstWithout(IReadOnlyList<ParameterEntry> entries, (DateOnly From, DateOnly Until) days, Season? season)
    {
        (DateOnly next, DateOnly last) = days;
        foreach ((DateOnly from, DateOnly until) in SpansOf(entries))
        {
            if (from > next && FirstIn(next, Earlier(from.AddDays(-1), last), season) is { } gap) return gap;
            if (until == DateOnly.MaxValue) return null;
            if (until >= next) next = until.AddDays(1);
        }

        return FirstIn(next, last, season);
    }

    /// <summary>The days on which an entry is in force, whatever the season, as spans that do not touch.</summary>
    /// <param name="entries">The entries, of any packs and seasons.</param>
    /// <param name="days">The days that count, both included.</param>
    public static IEnumerable<(DateOnly From, DateOnly Until)> Covered(IReadOnlyList<ParameterEntry> entries, (DateOnly From, DateOnly Until) days)
    {
        IEnumerable<(DateOnly From, DateOnly Until)> spans = SeasonResolver.PartsOf(entries).SelectMany(part => SpansOf(SeasonResolver.Of(entries, part)));
        (DateOnly From, DateOnly Until)? current = null;
        foreach ((DateOnly From, DateOnly Until) span in spans.Select(s => (From: Later(s.From, days.From), Until: Earlier(s.Until, days.Until))).Where(s => s.From <= s.Until).OrderBy(s => s.From))
        {
            if (current is { } open && (open.Until == DateOnly.MaxValue || span.From <= open.Until.AddDays(1)))
            {
                current = (open.From, Later(open.Until, span.Until));
                continue;
            }

            if (current is { } ended) yield return ended;
            current = span;
        }

        if (current is { } last) yield return last;
    }

    private static IEnumerable<(DateOnly From, DateOnly Until)> SpansOf(IEnumerable<ParameterEntry> entries) =>
        entries.GroupBy(e => (e.Pack.Id, e.Key)).SelectMany(Spans).OrderBy(s => s.From);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    // An entry of a pack holds until its own last day, or until the pack's next one begins.
    private static IEnumerable<(DateOnly From, DateOnly Until)> Spans(IEnumerable<ParameterEntry> ofPack)
    {
        ParameterEntry[] entries = [.. ofPack.OrderBy(e => e.Written.From ?? DateOnly.MinValue)];
        for (int i = 0; i < entries.Length; i++)
        {
            DateOnly until = entries[i].Written.Until ?? DateOnly.MaxValue;
            if (i + 1 < entries.Length && entries[i + 1].Written.From is { } next && next > DateOnly.MinValue && next.AddDays(-1) < until) until = next.AddDays(-1);
            yield return (entries[i].Written.From ?? DateOnly.MinValue, until);
        }
    }

    private static DateOnly? FirstIn(DateOnly from, DateOnly to, Season? season)
    {
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (season is not { } only || only.Contains(day)) return day;
            if (day.DayNumber - from.DayNumber > Season.DaysOfYear || day == DateOnly.MaxValue) return null;
        }

        return null;
    }
}
