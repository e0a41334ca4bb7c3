namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Cells that are one; rows and columns from 0, both ends included.</summary>
/// <param name="FirstRow">The top row.</param>
/// <param name="FirstColumn">The left column.</param>
/// <param name="LastRow">The bottom row.</param>
/// <param name="LastColumn">The right column.</param>
internal readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>The same with rows and columns exchanged.</summary>
    public MergedRange Turn() => new(FirstColumn, FirstRow, LastColumn, LastRow);
}
