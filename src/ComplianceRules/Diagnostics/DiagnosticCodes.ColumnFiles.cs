namespace ComplianceRules.Diagnostics;

/// <content>CR4150 to CR4160: column files.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A file that does not begin as a column file does.</summary>
    public static DiagnosticCode ColumnFileForeign { get; } = Error(4150);

    /// <summary>A column file of another version of the format.</summary>
    public static DiagnosticCode ColumnFileVersion { get; } = Error(4151);

    /// <summary>A column file that was cut off, or to which something was added.</summary>
    public static DiagnosticCode ColumnFileLength { get; } = Error(4152);

    /// <summary>A column file whose bytes are not those that were written.</summary>
    public static DiagnosticCode ColumnFileDamaged { get; } = Error(4153);

    /// <summary>A column file whose parts contradict each other.</summary>
    public static DiagnosticCode ColumnFileUnsound { get; } = Error(4154);

    /// <summary>A field that means something else in the packs.</summary>
    public static DiagnosticCode ColumnFileFieldDiffers { get; } = Error(4155);

    /// <summary>A table that stands elsewhere in the packs.</summary>
    public static DiagnosticCode ColumnFileTableDiffers { get; } = Error(4156);

    /// <summary>A field that the packs do not have.</summary>
    public static DiagnosticCode ColumnFileFieldUnknown { get; } = Warning(4157);

    /// <summary>A table that the packs do not have.</summary>
    public static DiagnosticCode ColumnFileTableUnknown { get; } = Warning(4158);

    /// <summary>A region for schools that have none, which comes too late.</summary>
    public static DiagnosticCode ColumnFileWithoutRegion { get; } = Error(4159);

    /// <summary>A region of a former code.</summary>
    public static DiagnosticCode ColumnFileRegionMoved { get; } = Error(4160);
}
