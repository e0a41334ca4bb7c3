using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>One row of a table that is copied, well formed or not.</summary>
/// <param name="LastLine">The last line it stands on, from 1; a record of a CSV file may have several.</param>
/// <param name="Cells">Its cells, from the first column; none for a blank line.</param>
internal readonly record struct CopiedRow(int LastLine, IReadOnlyList<SheetCell> Cells)
{
    private readonly IReadOnlyList<int>? _unsound;

    /// <summary>The columns, from 0, whose values would be taken for sound ones if they stood in a copy: errors, numbers that lost digits or are merged over rows.</summary>
    public IReadOnlyList<int> Unsound
    {
        get => _unsound ?? [];
        init => _unsound = value;
    }
}
