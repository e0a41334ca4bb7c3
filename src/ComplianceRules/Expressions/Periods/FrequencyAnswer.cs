using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>What the events of one row say of its periods.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Missing">Why the periods are not known; null where they are.</param>
/// <param name="Doubt">Why an answer may not be known although the periods are; null where everything is known.</param>
/// <param name="Periods">The periods with their counts, in the order of time.</param>
internal sealed record FrequencyAnswer(UnknownReason? Missing, UnknownReason? Doubt, ImmutableArray<PeriodCount> Periods)
{
    /// <summary>Whether any period is judged; null where that is not known.</summary>
    public bool? IsJudged => Missing is not null ? null : Any(p => p.Verdict.IsJudged);

    /// <summary>Whether no judged period breaks a limit; null where that is not known.</summary>
    public bool? IsKept => Missing is not null ? null : !Any(p => p.Verdict.IsBroken);

    /// <summary>The period that decides: of those that break a limit the one farthest beyond it, else of those judged the one nearest to it; the earliest of several. Null where there is none.</summary>
    public PeriodCount? Decisive
    {
        get
        {
            bool isBroken = Periods.Any(p => p.Verdict.IsBroken == true);
            PeriodCount[] candidates = [.. Periods.Where(p => isBroken ? p.Verdict.IsBroken == true : p.Verdict is { IsJudged: true, IsBroken: false })];
            return candidates.Length == 0 ? null : candidates.OrderBy(p => p.Room ?? Rational.Zero).First();
        }
    }

    private bool? Any(Func<PeriodCount, bool?> of)
    {
        bool? any = false;
        foreach (PeriodCount period in Periods)
        {
            if (of(period) is not { } known) any = null;
            else if (known) return true;
        }

        return any;
    }
}
