using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>One row of a table that is copied, well formed or not.</summary>
/// <param name="LastLine">The last line it stands on, from 1; a record of a CSV file may have several.</param>
/// <param name="Cells">Its cells, from the first column; none for a blank line.</param>
internal readonly record struct CopiedRow(int LastLine, IReadOnlyList<SheetCell> Cells);
