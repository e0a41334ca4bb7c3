namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>What people see of a number.</summary>
internal enum RawKind
{
    /// <summary>The number.</summary>
    Plain = 0,

    /// <summary>Its hundredfold with a per cent sign.</summary>
    Percent = 1,

    /// <summary>A day.</summary>
    Date = 2,

    /// <summary>A month of a year.</summary>
    YearMonth = 3,

    /// <summary>A day without its year.</summary>
    MonthDay = 4,

    /// <summary>A time of day.</summary>
    Time = 5,

    /// <summary>Hours and minutes.</summary>
    Duration = 6,
}
