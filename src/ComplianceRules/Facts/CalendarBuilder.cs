using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Gathers a calendar from a source, whatever its format; what cannot be used is said with its place and counts as unknown.</summary>
/// <remarks>For one thread; used once.</remarks>
/// <param name="report">Takes what cannot be used; warnings.</param>
internal sealed class CalendarBuilder(Action<Diagnostic> report)
{
    private const int MostDaysOfAMonth = 31;
    private const string DateFormat = "yyyy-MM-dd";

    private readonly CalendarTerms _terms = new();
    private readonly CalendarDays _daysOff = new();
    private readonly CalendarDays _workingDaysInstead = new();
    private int? _teachingMonthMinDays;

    /// <summary>What the source calls the school year of a term.</summary>
    public string SchoolYearKey { get; init; } = "schoolYear";

    /// <summary>Where the source has the number of teaching days.</summary>
    public (string Table, string Key) MinDaysName { get; init; } = ("calendar", "teachingMonthMinDays");

    /// <summary>Says that the terms are all given, as far as they can be used.</summary>
    public void ReportTerms() => _terms.Report();

    /// <summary>Says that the days off, or the working days instead, are all given, as far as they can be used.</summary>
    public void ReportDays(bool isWorking) => Days(isWorking).Report();

    /// <summary>Says that there are terms that nobody can read.</summary>
    public void LoseTerms() => _terms.Lose();

    /// <summary>Says that there are days that nobody can read, off or worked.</summary>
    public void LoseDays()
    {
        _daysOff.Lose();
        _workingDaysInstead.Lose();
    }

    /// <summary>Adds a term; a part is null where it is not given or is malformed.</summary>
    public void AddTerm(string? schoolYear, int? term, DateOnly? from, DateOnly? to, SourceSpan? place)
    {
        if (string.IsNullOrWhiteSpace(schoolYear)) LoseTerm(SchoolYearKey, place);
        else if (term is not > 0) LoseTerm("term", place);
        else if (from is not { } first) LoseTerm("from", place);
        else if (to is not { } last) LoseTerm("to", place);
        else if (first > last) LoseTerm(new Diagnostic(DiagnosticCodes.CalendarTermBackwards, place, Text(first), Text(last)));
        else _terms.Add(new SchoolTerm(schoolYear, term.Value, first, last), place);
    }

    /// <summary>Adds a day off or a working day instead; a part is null where it is not given or is malformed.</summary>
    public void AddDay(DateOnly? date, bool? isWorking, SourceSpan? place)
    {
        if (date is not { } day || isWorking is not { } worked)
        {
            report(new Diagnostic(DiagnosticCodes.CalendarDayUnusable, place));
            if (isWorking != true) _daysOff.Lose();
            if (isWorking != false) _workingDaysInstead.Lose();
            return;
        }

        // The day stays in both lists, so that neither list decides it.
        if (Days(!worked).Contains(day)) report(new Diagnostic(DiagnosticCodes.CalendarDayContradiction, place, Text(day)));
        Days(worked).Add(day);
    }

    /// <summary>Says how many teaching days a month must have to count.</summary>
    public void SetTeachingMonthMinDays(int days, SourceSpan? place)
    {
        if (days is >= 0 and <= MostDaysOfAMonth) _teachingMonthMinDays = days;
        else report(new Diagnostic(DiagnosticCodes.CellOutOfRange, place, MinDaysName.Table, MinDaysName.Key, days.ToString(CultureInfo.InvariantCulture)));
    }

    public SchoolCalendar Build()
    {
        _terms.Settle(report);
        return new SchoolCalendar(_terms, _daysOff, _workingDaysInstead, _teachingMonthMinDays);
    }

    private CalendarDays Days(bool isWorking) => isWorking ? _workingDaysInstead : _daysOff;

    private void LoseTerm(string key, SourceSpan? place) => LoseTerm(new Diagnostic(DiagnosticCodes.CalendarTermIncomplete, place, key));

    private void LoseTerm(Diagnostic problem)
    {
        report(problem);
        _terms.Lose();
    }

    private static string Text(DateOnly day) => day.ToString(DateFormat, CultureInfo.InvariantCulture);
}
