namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>What kind of thing stands in a cell.</summary>
internal enum MadeKind
{
    Blank = 0,
    Text = 1,

    /// <summary>A number, written as the text says even where no double holds it.</summary>
    Number = 2,

    /// <summary>A day of a spreadsheet or a database; the text is like 2026-09-01.</summary>
    Date = 3,

    /// <summary>A time of a spreadsheet or a database; the text is like 8:20 or 24:30.</summary>
    Time = 4,

    /// <summary>A number that is shown as a per cent; the text is the number, such as 0.12.</summary>
    Percent = 5,

    /// <summary>An error such as #N/A.</summary>
    Error = 6,

    /// <summary>A formula with the number it came to.</summary>
    Formula = 7,

    /// <summary>Day zero of a spreadsheet.</summary>
    DateZero = 8,
}
