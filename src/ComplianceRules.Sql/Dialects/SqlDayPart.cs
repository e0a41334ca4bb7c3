namespace ComplianceRules.Sql.Dialects;

/// <summary>What of a day is asked.</summary>
internal enum SqlDayPart
{
    /// <summary>The year.</summary>
    Year = 0,

    /// <summary>The month, 1 to 12.</summary>
    Month = 1,

    /// <summary>The day of the month, 1 to 31.</summary>
    DayOfMonth = 2,
}
