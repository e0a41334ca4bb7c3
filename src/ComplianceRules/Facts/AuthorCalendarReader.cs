using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads the calendar that an author writes; what cannot be used is the author's error.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class AuthorCalendarReader(DiagnosticBag problems)
{
    private const string Terms = "terms";
    private const string DaysOff = "daysOff";
    private const string WorkingDays = "workingDaysInstead";
    private const string MinDays = "teachingMonthMinDays";
    private const string Term = "term";
    private const int MostDaysOfAMonth = 31;
    private const int MostTerms = 999_999_999;

    private readonly CalendarBuilder _calendar = new(problem => problems.Add(new Diagnostic(ErrorOf(problem.Code), problem.Span, problem.Arguments.AsSpan())));

    public SchoolCalendar Read(ObjectReader reader)
    {
        if (reader.Has(Terms)) ReadTerms(reader);
        if (reader.Has(DaysOff)) ReadDays(reader, DaysOff, isWorking: false);
        if (reader.Has(WorkingDays)) ReadDays(reader, WorkingDays, isWorking: true);
        if (Number(reader, MinDays, 0, MostDaysOfAMonth) is { } days) _calendar.SetTeachingMonthMinDays(days, reader.Node.Span);
        reader.Done();
        return _calendar.Build();
    }

    private void ReadTerms(ObjectReader reader)
    {
        _calendar.ReportTerms();
        foreach (JsonNode node in reader.RequiredArray(Terms)) ReadTerm(new ObjectReader(node, problems));
    }

    private void ReadTerm(ObjectReader reader)
    {
        string? year = reader.RequiredText("schoolYear");
        int? term = reader.Required(Term) is null ? null : Number(reader, Term, 1, MostTerms);
        DateOnly? from = reader.RequiredDate("from");
        DateOnly? to = reader.RequiredDate("to");
        reader.Done();
        bool isWhole = year is not null && term is not null && from is not null && to is not null;
        if (isWhole) _calendar.AddTerm(year, term, from, to, reader.Node.Span);
    }

    private void ReadDays(ObjectReader reader, string key, bool isWorking)
    {
        _calendar.ReportDays(isWorking);
        foreach (JsonNode node in reader.RequiredArray(key))
        {
            if (NodeReader.Date(node, key, problems) is { } day) _calendar.AddDay(day, isWorking, node.Span);
        }
    }

    private int? Number(ObjectReader reader, string key, int least, int most)
    {
        if (reader.OptionalWhole(key) is not { } number) return null;
        if (number >= least && number <= most) return number;
        problems.Report(DiagnosticCodes.AuthorCalendarNumber, reader.Node[key]!.Span, key, Text(number), Text(least), Text(most));
        return null;
    }

    // What is a warning about data, which goes on without it, is an error in a file that its author can mend.
    private static DiagnosticCode ErrorOf(DiagnosticCode code)
    {
        if (code == DiagnosticCodes.CalendarTermBackwards) return DiagnosticCodes.AuthorTermBackwards;
        if (code == DiagnosticCodes.CalendarTermsOverlap) return DiagnosticCodes.AuthorTermsOverlap;
        return code == DiagnosticCodes.CalendarTermTwice ? DiagnosticCodes.AuthorTermTwice : DiagnosticCodes.AuthorDayContradiction;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
