namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>What kind of value a cell stores.</summary>
internal enum CellKind
{
    Empty = 0,
    Text = 1,

    /// <summary>A number; a day or a time by its format.</summary>
    Number = 2,
    Bool = 3,
}
