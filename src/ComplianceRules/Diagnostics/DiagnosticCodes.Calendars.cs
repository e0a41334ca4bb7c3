namespace ComplianceRules.Diagnostics;

/// <content>CR4093 to CR4099: calendars in tables, and in files that an author writes.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A table of the calendar that lacks a column.</summary>
    public static DiagnosticCode CalendarColumnMissing { get; } = Warning(4093);

    /// <summary>In an author's calendar: a number that is too small or too large.</summary>
    public static DiagnosticCode AuthorCalendarNumber { get; } = Error(4094);

    /// <summary>In an author's calendar: a term that ends before it begins.</summary>
    public static DiagnosticCode AuthorTermBackwards { get; } = Error(4095);

    /// <summary>In an author's calendar: terms that share a day.</summary>
    public static DiagnosticCode AuthorTermsOverlap { get; } = Error(4096);

    /// <summary>In an author's calendar: two terms of one name.</summary>
    public static DiagnosticCode AuthorTermTwice { get; } = Error(4097);

    /// <summary>In an author's calendar: a day that is free and worked.</summary>
    public static DiagnosticCode AuthorDayContradiction { get; } = Error(4098);
}
