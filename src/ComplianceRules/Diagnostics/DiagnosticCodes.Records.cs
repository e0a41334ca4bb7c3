namespace ComplianceRules.Diagnostics;

/// <content>CR4071 to CR4079: tables of any kind.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A mapping that wants a sheet that is not there.</summary>
    public static DiagnosticCode RecordsNoSheet { get; } = Error(4071);

    /// <summary>A file or sheet that no entry of the mapping reads.</summary>
    public static DiagnosticCode RecordsLeftOut { get; } = Warning(4072);

    /// <summary>A sheet that people do not see.</summary>
    public static DiagnosticCode RecordsHidden { get; } = Warning(4073);

    /// <summary>A column with cells and without a name.</summary>
    public static DiagnosticCode RecordColumnUnnamed { get; } = Warning(4074);

    /// <summary>A cell that was to be part of an id and cannot be.</summary>
    public static DiagnosticCode RecordIdUnusable { get; } = Error(4075);

    /// <summary>A number in a cell that is merged over several records.</summary>
    public static DiagnosticCode RecordMergedNumber { get; } = Warning(4076);

    /// <summary>More than one record about the whole snapshot.</summary>
    public static DiagnosticCode SnapshotRecordTwice { get; } = Error(4077);

    /// <summary>A column whose header has a unit that cannot become the field's.</summary>
    public static DiagnosticCode RecordHeaderUnit { get; } = Error(4078);
}
