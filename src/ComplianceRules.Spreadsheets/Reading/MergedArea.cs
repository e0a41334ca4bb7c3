using ComplianceRules.Spreadsheets.Workbooks;


namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Cells that are one; rows and columns from 1, both ends included.</summary>
/// <param name="FirstRow">The top row.</param>
/// <param name="FirstColumn">The left column.</param>
/// <param name="LastRow">The bottom row.</param>
/// <param name="LastColumn">The right column.</param>
internal sealed record MergedArea(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>What the first cell holds; empty before its row is read.</summary>
    public CellContent Content { get; private set; }

    /// <summary>Takes what the first cell holds.</summary>
    public void Fill(CellContent content) => Content = content with { SpansRows = LastRow > FirstRow, SpansColumns = LastColumn > FirstColumn };

    /// <summary>Reads <c>A1:C3</c>.</summary>
    public static MergedArea? Of(string? text)
    {
        string[] ends = text?.Split(':') ?? [];
        if (ends.Length != 2 || !CellPlace.TryRead(ends[0], out int left, out int top) || !CellPlace.TryRead(ends[1], out int right, out int bottom)) return null;
        return top <= bottom && left <= right ? new MergedArea(top, left, bottom, right) : null;
    }
}
