namespace ComplianceRules.Expressions;

/// <summary>How long a period is in which events are counted.</summary>
public enum PeriodUnit
{
    /// <summary>A week of ISO 8601: Monday to Sunday.</summary>
    Week = 0,

    /// <summary>A month of the calendar.</summary>
    Month = 1,

    /// <summary>A term of the school calendar.</summary>
    Term = 2,

    /// <summary>A school year: from the first day of its first term to the last day of its last.</summary>
    SchoolYear = 3,

    /// <summary>A year of the calendar.</summary>
    Year = 4,
}
