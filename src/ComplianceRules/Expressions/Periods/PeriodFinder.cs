using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds the periods that are judged on a day, by a calendar.</summary>
internal sealed class PeriodFinder
{
    /// <summary>More weeks than any school year has; a frame of more periods is no frame that anybody counts by.</summary>
    public const int MostPeriods = 600;

    private readonly PeriodQuestion _question;
    private readonly SchoolCalendar? _calendar;
    private readonly DateOnly _asOf;

    private PeriodFinder(PeriodQuestion question, SchoolCalendar? calendar, DateOnly asOf)
    {
        _question = question;
        _calendar = calendar;
        _asOf = asOf;
    }

    /// <summary>Finds them.</summary>
    /// <param name="question">Which are judged.</param>
    /// <param name="calendar">The calendar that counts; null where there is none.</param>
    /// <param name="asOf">The day of assessment.</param>
    public static JudgedPeriods Find(PeriodQuestion question, SchoolCalendar? calendar, DateOnly asOf) => new PeriodFinder(question, calendar, asOf).Find();

    private JudgedPeriods Find()
    {
        if (_question.Within is { } unit) return Within(unit);
        if (_question.Per is not (PeriodUnit.Term or PeriodUnit.SchoolYear)) return Judged(LatestPlain());
        return SchoolPeriods.Of(_calendar, _question.Per) is { } all ? Judged(Latest(all)) : JudgedPeriods.Unknown(UnknownReason.NoCalendar);
    }

    private JudgedPeriods Within(PeriodUnit unit)
    {
        if (FrameOf(unit) is not { } frames) return JudgedPeriods.Unknown(UnknownReason.NoCalendar);
        if (frames.IsEmpty) return Judged([]);
        JudgedPeriod frame = frames[0];
        DateOnly last = frame.To < _asOf ? frame.To : _asOf;
        if (_question.Per is PeriodUnit.Term or PeriodUnit.SchoolYear)
        {
            if (_question.Per == unit) return Judged([frame]);
            if (SchoolPeriods.Of(_calendar, _question.Per) is not { } all) return JudgedPeriods.Unknown(UnknownReason.NoCalendar);
            return Judged(all.Where(p => p.From <= last && p.To >= frame.From).Select(p => Cut(p, frame)));
        }

        List<JudgedPeriod> periods = [];
        for (DateOnly day = frame.From; day <= last;)
        {
            if (periods.Count == MostPeriods) return JudgedPeriods.Unknown(UnknownReason.TooMuchWork);
            JudgedPeriod whole = PlainPeriods.Of(_question.Per, day);
            periods.Add(Cut(whole, frame));
            if (whole.To == DateOnly.MaxValue) break;
            day = whole.To.AddDays(1);
        }

        return Judged(periods);
    }

    // The frame alone; none where none has begun; null where that is not known.
    private ImmutableArray<JudgedPeriod>? FrameOf(PeriodUnit unit)
    {
        if (unit == PeriodUnit.Term && _calendar?.TermOf(_asOf) is { } term) return [SchoolPeriods.Of(term)];
        if (SchoolPeriods.Of(_calendar, unit) is not { } all) return null;
        return [.. all.Where(p => p.From <= _asOf).TakeLast(1)];
    }

    private JudgedPeriod[] Latest(ImmutableArray<JudgedPeriod> all)
    {
        JudgedPeriod[] begun = [.. all.Where(p => p.From <= _asOf).TakeLast(2)];
        return begun.Length == 2 && begun[1].To < _asOf ? begun[1..] : begun;
    }

    private IEnumerable<JudgedPeriod> LatestPlain()
    {
        JudgedPeriod running = PlainPeriods.Of(_question.Per, _asOf);
        if (running.From > DateOnly.MinValue) yield return PlainPeriods.Of(_question.Per, running.From.AddDays(-1));
        yield return running;
    }

    private static JudgedPeriod Cut(JudgedPeriod period, JudgedPeriod frame)
    {
        (DateOnly from, DateOnly to) = (period.From < frame.From ? frame.From : period.From, period.To > frame.To ? frame.To : period.To);
        return period with { From = from, To = to, IsCut = from != period.From || to != period.To };
    }

    private JudgedPeriods Judged(IEnumerable<JudgedPeriod> periods) => new(null, [.. periods.Select(Placed).Where(p => p.Counts != false)]);

    private JudgedPeriod Placed(JudgedPeriod period)
    {
        bool isRunning = period.To >= _asOf;
        bool isOver = !isRunning && period.To < _question.Since;
        return period with { IsRunning = isRunning, Last = isRunning ? _asOf : period.To, Counts = isOver ? false : HasDaysEnough(period) };
    }

    private bool? HasDaysEnough(JudgedPeriod period)
    {
        if (_calendar is null || period.Unit is not (PeriodUnit.Week or PeriodUnit.Month)) return true;
        (int least, int most) = _calendar.TeachingDays(period.From, period.To);
        int? needed = period.Unit == PeriodUnit.Week ? 1 : _calendar.TeachingMonthMinDays;
        return needed is not { } days ? null : least >= days ? true : most < days ? false : null;
    }
}
