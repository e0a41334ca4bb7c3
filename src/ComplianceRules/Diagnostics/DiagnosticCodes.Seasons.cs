namespace ComplianceRules.Diagnostics;

/// <content>CR1450 to CR1479 and CR2350 to CR2399: calendars of packs, seasons, periods.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A calendar in a template or in a pack of single schools.</summary>
    public static DiagnosticCode CalendarOfSchools { get; } = Error(1450);

    /// <summary>Terms of one school year that lie on both sides of another year's.</summary>
    public static DiagnosticCode SchoolYearsEntwined { get; } = Error(1451);

    /// <summary>Text that is no season.</summary>
    public static DiagnosticCode BadSeason { get; } = Error(1452);

    /// <summary>A <c>seasonOf</c> that is no date field of the subject or of a row above it.</summary>
    public static DiagnosticCode SeasonOfNoDate { get; } = Error(2350);

    /// <summary>A <c>seasonOf</c> in a rule that reads no parameter.</summary>
    public static DiagnosticCode SeasonOfNothing { get; } = Error(2351);

    /// <summary>Days of a year on which a rule is in force and one of its parameters has no value.</summary>
    public static DiagnosticCode SeasonWithoutValue { get; } = Error(2352);

    /// <summary>An <c>on</c> that is no date field of the events.</summary>
    public static DiagnosticCode EventWithoutDate { get; } = Error(2353);
}
