using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Which days are worked, and which are taught on.</summary>
/// <remarks>
/// Immutable; may be shared between threads. What a list holds counts. What it does not hold is decided only where the list is known to be whole: a list that the calendar does
/// not give, or of which an entry could not be used, leaves it unknown.
/// </remarks>
public sealed class SchoolCalendar
{
    private readonly WorkingDayCount _count;

    internal SchoolCalendar(CalendarTerms terms, CalendarDays daysOff, CalendarDays workingDaysInstead, int? teachingMonthMinDays)
    {
        Terms = terms.ToTerms();
        HasAllTerms = terms.IsWhole && !Terms.IsEmpty;
        DaysOff = daysOff.ToSet();
        WorkingDaysInstead = workingDaysInstead.ToSet();
        TeachingMonthMinDays = teachingMonthMinDays;
        HasAllDaysOff = daysOff.IsWhole;
        HasAllWorkingDaysInstead = workingDaysInstead.IsWhole;
        _count = new WorkingDayCount(DaysOff, WorkingDaysInstead);
    }

    /// <summary>The terms, in the order of time; no two share a day.</summary>
    public ImmutableArray<SchoolTerm> Terms { get; }

    /// <summary>Whether there are no other terms than <see cref="Terms"/>: where false, a day outside them may lie in a term that is not known. Never true where there is none.</summary>
    public bool HasAllTerms { get; }

    /// <summary>Days that are free, whatever day of the week they are.</summary>
    public ImmutableSortedSet<DateOnly> DaysOff { get; }

    /// <summary>Days that are worked, whatever day of the week they are.</summary>
    public ImmutableSortedSet<DateOnly> WorkingDaysInstead { get; }

    /// <summary>How many teaching days a month must have to count where months are counted, 0 to 31; null where it is not known.</summary>
    public int? TeachingMonthMinDays { get; }

    /// <summary>Whether there are no other days off than <see cref="DaysOff"/>.</summary>
    internal bool HasAllDaysOff { get; }

    /// <summary>Whether there are no other working days instead than <see cref="WorkingDaysInstead"/>.</summary>
    internal bool HasAllWorkingDaysInstead { get; }

    /// <summary>Makes a calendar.</summary>
    /// <param name="terms">All terms, in any order; null where they are not known.</param>
    /// <param name="daysOff">All days that are free though they are no weekend; null where they are not known.</param>
    /// <param name="workingDaysInstead">All days that are worked though they are a weekend; null where they are not known.</param>
    /// <param name="teachingMonthMinDays">How many teaching days a month must have to count; null where it is not known.</param>
    /// <exception cref="ArgumentException">A term ends before it begins, two terms share a day or a name, a day is both free and worked, or the number is not from 0 to 31.</exception>
    public static SchoolCalendar Create(
        IEnumerable<SchoolTerm>? terms,
        IEnumerable<DateOnly>? daysOff,
        IEnumerable<DateOnly>? workingDaysInstead,
        int? teachingMonthMinDays)
    {
        CalendarBuilder builder = new(problem => throw new ArgumentException(problem.ToString()));
        if (terms is not null) builder.ReportTerms();
        foreach (SchoolTerm term in terms ?? []) builder.AddTerm(term.SchoolYear, term.Term, term.From, term.To, null);
        AddDays(builder, daysOff, isWorking: false);
        AddDays(builder, workingDaysInstead, isWorking: true);
        if (teachingMonthMinDays is { } days) builder.SetTeachingMonthMinDays(days, null);
        return builder.Build();
    }

    /// <summary>Whether a day is worked: Monday to Friday, without the days off, with the working days instead.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Null where that is not known.</returns>
    public bool? IsWorkingDay(DateOnly day) => (DaysOff.Contains(day), WorkingDaysInstead.Contains(day)) switch
    {
        (true, true) => null,
        (true, false) => false,
        (false, true) => true,
        _ when WorkingDayCount.IsWeekend(day) => HasAllWorkingDaysInstead ? false : null,
        _ => HasAllDaysOff ? true : null,
    };

    /// <summary>How many working days there are after one day up to another, which counts: from Friday to the Monday after it, 1.</summary>
    /// <remarks>0 from a day to itself. Where the second day is the earlier one, the same number as from it to the first, negative. Takes no longer for millennia than for a week.</remarks>
    /// <param name="after">The day that does not count.</param>
    /// <param name="upTo">The day that counts, if it is worked.</param>
    /// <returns>Null where of a day in between it is not known whether it is worked.</returns>
    public int? WorkingDaysBetween(DateOnly after, DateOnly upTo) => after <= upTo
        ? _count.Between(after, upTo, HasAllDaysOff, HasAllWorkingDaysInstead)
        : -_count.Between(upTo, after, HasAllDaysOff, HasAllWorkingDaysInstead);

    /// <summary>Whether a day is taught on: a working day inside a term.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Null where that is not known.</returns>
    public bool? IsTeachingDay(DateOnly day) => IsWorkingDay(day) & IsInTerm(day);

    /// <summary>How many days are taught on: the least and the most that there may be.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, included.</param>
    internal (int Least, int Most) TeachingDays(DateOnly from, DateOnly to)
    {
        (int least, int most) = (0, 0);
        for (int day = from.DayNumber; day <= to.DayNumber; day++)
        {
            bool? isTaught = IsTeachingDay(DateOnly.FromDayNumber(day));
            if (isTaught != false) most++;
            if (isTaught == true) least++;
        }

        return (least, most);
    }

    /// <summary>The term that a day lies in.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Null where it lies in none of <see cref="Terms"/>; that there is none is known only with <see cref="HasAllTerms"/>.</returns>
    public SchoolTerm? TermOf(DateOnly day)
    {
        (int first, int last) = (0, Terms.Length - 1);
        while (first <= last)
        {
            int middle = (first + last) / 2;
            SchoolTerm term = Terms[middle];
            if (term.Contains(day)) return term;
            if (term.From > day) last = middle - 1;
            else first = middle + 1;
        }

        return null;
    }

    private bool? IsInTerm(DateOnly day) => TermOf(day) is not null ? true : HasAllTerms ? false : null;

    private static void AddDays(CalendarBuilder builder, IEnumerable<DateOnly>? days, bool isWorking)
    {
        if (days is null) return;
        builder.ReportDays(isWorking);
        foreach (DateOnly day in days) builder.AddDay(day, isWorking, null);
    }
}
