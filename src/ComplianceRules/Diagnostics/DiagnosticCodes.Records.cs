namespace ComplianceRules.Diagnostics;

/// <content>CR4071 to CR4078, CR4110 and CR4111: tables of any kind.</content>
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

    /// <summary>A number that is shown in another unit than its column's.</summary>
    public static DiagnosticCode RecordOtherUnit { get; } = Warning(4099);

    /// <summary>A column whose header has a unit that cannot become the field's.</summary>
    public static DiagnosticCode RecordHeaderUnit { get; } = Error(4078);

    /// <summary>Rows that say that a list is whole, of a table that is not there.</summary>
    public static DiagnosticCode RecordsListUnread { get; } = Warning(4110);

    /// <summary>A file of a folder that is of no kind that is read.</summary>
    public static DiagnosticCode RecordsNoTableFile { get; } = Warning(4111);

    /// <summary>A database without a single table of the format.</summary>
    public static DiagnosticCode DatabaseEmpty { get; } = Error(4112);
}
