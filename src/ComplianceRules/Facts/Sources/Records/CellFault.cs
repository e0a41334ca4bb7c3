namespace ComplianceRules.Facts;

/// <summary>What is wrong with a cell whatever it is to mean.</summary>
internal enum CellFault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The cell shows an error such as <c>#N/A</c>.</summary>
    Error = 1,

    /// <summary>A number stands in a cell merged over several records, so that nobody can say whose it is.</summary>
    MergedNumber = 2,

    /// <summary>A number has more digits than a spreadsheet keeps, so that what stands there is not what was meant.</summary>
    LostDigits = 3,

    /// <summary>The cell shows a unit beside its number that is not the column's.</summary>
    OtherUnit = 4,
}
