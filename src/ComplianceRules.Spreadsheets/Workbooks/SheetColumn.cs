namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>One column of a sheet.</summary>
/// <param name="Width">Its width in digits.</param>
/// <param name="Format">The format of cells that hold nothing yet.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
internal sealed record SheetColumn(double Width, CellFormat Format = CellFormat.General, bool IsHidden = false);
