namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>How a spreadsheet shows what is typed into a cell.</summary>
internal enum CellFormat
{
    General = 0,

    /// <summary>As it is typed: an id keeps its zeros, and 6-3 does not become a day in June.</summary>
    Text = 1,

    /// <summary>A day, <c>yyyy-mm-dd</c>.</summary>
    Date = 2,

    /// <summary>A time of day that may pass midnight, <c>[h]:mm</c>.</summary>
    Time = 3,
}
