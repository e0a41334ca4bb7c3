namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>As what a workbook shows a number.</summary>
internal enum NumberLook
{
    /// <summary>As a number.</summary>
    Plain = 0,

    /// <summary>As per cent.</summary>
    Percent = 1,

    /// <summary>As a number with a per cent sign behind it that is only written there.</summary>
    PercentSign = 2,

    /// <summary>As a day, perhaps with a time.</summary>
    Date = 3,

    /// <summary>As a month of a year.</summary>
    YearMonth = 4,

    /// <summary>As a day of any year.</summary>
    MonthDay = 5,

    /// <summary>As a year.</summary>
    Year = 6,

    /// <summary>As a month of any year.</summary>
    Month = 7,

    /// <summary>As a day of any month.</summary>
    DayOfMonth = 8,

    /// <summary>As a time of day.</summary>
    Time = 9,

    /// <summary>As hours and minutes that go on past 24.</summary>
    Duration = 10,

    /// <summary>As a part of a day or time that nobody can tell from another: minutes and seconds, a day of the week.</summary>
    Unclear = 11,
}
