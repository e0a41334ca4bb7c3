using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The periods that a rule judges, in the order of time; or why they are not known.</summary>
/// <remarks>Immutable. No two share a day.</remarks>
/// <param name="Missing">Why they are not known; null where they are.</param>
/// <param name="Periods">The periods that have begun and are not known to be left out; empty where they are not known.</param>
internal sealed record JudgedPeriods(UnknownReason? Missing, ImmutableArray<JudgedPeriod> Periods)
{
    public static JudgedPeriods Unknown(UnknownReason reason) => new(reason, []);

    /// <summary>The number of the period in whose counted days a day lies; -1 where it lies in none.</summary>
    /// <param name="day">The day's number.</param>
    public int Of(int day)
    {
        (int first, int last) = (0, Periods.Length - 1);
        while (first <= last)
        {
            int middle = (first + last) >>> 1;
            JudgedPeriod period = Periods[middle];
            if (day < period.From.DayNumber) last = middle - 1;
            else if (day > period.To.DayNumber) first = middle + 1;
            else return day <= period.Last.DayNumber ? middle : -1;
        }

        return -1;
    }
}
