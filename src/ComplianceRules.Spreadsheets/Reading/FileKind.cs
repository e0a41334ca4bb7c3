namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>What a file is by its first bytes, and where they do not say by its name.</summary>
internal enum FileKind
{
    /// <summary>A text of cells separated by commas.</summary>
    Csv = 0,

    /// <summary>A workbook.</summary>
    Workbook = 1,

    /// <summary>A workbook of the kind before 2007.</summary>
    OldWorkbook = 2,

    /// <summary>A workbook that opens with a password only.</summary>
    LockedWorkbook = 3,

    /// <summary>Something else that is called a workbook.</summary>
    Misnamed = 4,
}
