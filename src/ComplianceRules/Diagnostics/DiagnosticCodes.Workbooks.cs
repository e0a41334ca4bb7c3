namespace ComplianceRules.Diagnostics;

/// <content>CR4080 to CR4095: workbooks, and tables whose names stand elsewhere than in the first row.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A workbook, or a part of it, that is damaged.</summary>
    public static DiagnosticCode WorkbookDamaged { get; } = Error(4080);

    /// <summary>A workbook that opens with a password only.</summary>
    public static DiagnosticCode WorkbookLocked { get; } = Error(4081);

    /// <summary>A workbook of the kind before 2007.</summary>
    public static DiagnosticCode WorkbookOld { get; } = Error(4082);

    /// <summary>A part of a workbook that grows without measure when it is unpacked.</summary>
    public static DiagnosticCode WorkbookTooLarge { get; } = Error(4083);

    /// <summary>A file that is called a workbook, or packed like one, and is none.</summary>
    public static DiagnosticCode WorkbookNone { get; } = Error(4084);

    /// <summary>A workbook without a sheet.</summary>
    public static DiagnosticCode WorkbookEmpty { get; } = Error(4085);

    /// <summary>A sheet whose rows or cells are not in order, or that has a cell twice.</summary>
    public static DiagnosticCode WorkbookDisordered { get; } = Error(4086);

    /// <summary>A cell whose text is not among the shared texts.</summary>
    public static DiagnosticCode WorkbookTextMissing { get; } = Error(4087);

    /// <summary>A cell that is longer than a record may be.</summary>
    public static DiagnosticCode WorkbookCellTooLong { get; } = Error(4088);

    /// <summary>A formula whose value was never worked out.</summary>
    public static DiagnosticCode FormulaWithoutValue { get; } = Warning(4089);

    /// <summary>The example row of a form, written over.</summary>
    public static DiagnosticCode FormExampleChanged { get; } = Error(4090);

    /// <summary>A table without names where they should stand.</summary>
    public static DiagnosticCode SheetWithoutHeader { get; } = Error(4091);

    /// <summary>A table on its side that is too large.</summary>
    public static DiagnosticCode TransposedTooLarge { get; } = Error(4092);
}
