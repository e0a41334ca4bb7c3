namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>As what a workbook shows a number.</summary>
internal enum NumberLook
{
    /// <summary>As a number.</summary>
    Plain = 0,

    /// <summary>As per cent.</summary>
    Percent = 1,

    /// <summary>As a day, perhaps with a time.</summary>
    Date = 2,

    /// <summary>As a time of day.</summary>
    Time = 3,

    /// <summary>As hours and minutes that go on past 24.</summary>
    Duration = 4,
}
