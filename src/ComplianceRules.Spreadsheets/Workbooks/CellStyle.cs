namespace ComplianceRules.Spreadsheets.Workbooks;

/// <summary>The look and the format of a cell.</summary>
/// <param name="Look">What it looks like.</param>
/// <param name="Format">How it shows its value.</param>
internal readonly record struct CellStyle(CellLook Look, CellFormat Format = CellFormat.General)
{
    /// <summary>Every style there is, in the order of their numbers.</summary>
    public static IEnumerable<CellStyle> All => Enum.GetValues<CellLook>().SelectMany(l => Enum.GetValues<CellFormat>().Select(f => new CellStyle(l, f)));

    /// <summary>Its number in the style sheet.</summary>
    public int Number => ((int)Look * Enum.GetValues<CellFormat>().Length) + (int)Format;
}
