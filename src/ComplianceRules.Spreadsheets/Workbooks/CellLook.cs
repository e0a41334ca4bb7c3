namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>What a cell looks like.</summary>
internal enum CellLook
{
    Plain = 0,

    /// <summary>Plain, over as many lines as it takes.</summary>
    Wrapped = 1,

    /// <summary>Large and bold.</summary>
    Title = 2,

    /// <summary>The name of a column.</summary>
    Head = 3,

    /// <summary>A second name of a column.</summary>
    SubHead = 4,

    /// <summary>An explanation.</summary>
    Note = 5,

    /// <summary>Grey: to be looked at, not to be read as data.</summary>
    Example = 6,

    /// <summary>Red: something is wrong here.</summary>
    Problem = 7,

    /// <summary>Red, over as many lines as it takes: what is wrong.</summary>
    ProblemText = 8,

    /// <summary>Plain, on one line at the top of a row that may be tall.</summary>
    Top = 9,
}
