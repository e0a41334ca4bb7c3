namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>What a spreadsheet lets people type into a cell; nothing is always allowed.</summary>
internal enum ValidationKind
{
    /// <summary>One of a list.</summary>
    List = 0,

    /// <summary>A whole number in a range.</summary>
    Whole = 1,

    /// <summary>A number in a range; days and times are numbers too.</summary>
    Decimal = 2,
}
