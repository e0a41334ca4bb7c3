namespace ComplianceRules.Diagnostics;

/// <content>CR4050 to CR4070, CR4079: trouble that only data in text tables can have.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>A column that no field takes, where there is no mapping.</summary>
    public static DiagnosticCode UnknownColumn { get; } = Warning(4050);

    /// <summary>No file has a name that the mapping speaks of.</summary>
    public static DiagnosticCode CsvNoFile { get; } = Error(4051);

    /// <summary>A file that is not named after a table.</summary>
    public static DiagnosticCode CsvFileName { get; } = Error(4052);

    /// <summary>A file in a folder that is not named after a table.</summary>
    public static DiagnosticCode CsvFileLeftOut { get; } = Warning(4053);

    /// <summary>A file without a header.</summary>
    public static DiagnosticCode CsvEmpty { get; } = Error(4054);

    /// <summary>A header with wrong quotes.</summary>
    public static DiagnosticCode CsvHeaderMalformed { get; } = Error(4055);

    /// <summary>Two columns of one name.</summary>
    public static DiagnosticCode CsvDuplicateColumn { get; } = Error(4056);

    /// <summary>A column that is needed is not there.</summary>
    public static DiagnosticCode CsvMissingColumn { get; } = Error(4057);

    /// <summary>A record with more or fewer cells than the header.</summary>
    public static DiagnosticCode CsvFieldCount { get; } = Error(4058);

    /// <summary>A quote that nothing closes.</summary>
    public static DiagnosticCode CsvOpenQuote { get; } = Error(4059);

    /// <summary>A quote where none may stand.</summary>
    public static DiagnosticCode CsvQuote { get; } = Error(4060);

    /// <summary>A record that is no UTF-8.</summary>
    public static DiagnosticCode CsvNotUtf8 { get; } = Error(4061);

    /// <summary>A record that is no GB18030.</summary>
    public static DiagnosticCode CsvNotGb18030 { get; } = Error(4062);

    /// <summary>A file that is not UTF-8 and can be GB18030.</summary>
    public static DiagnosticCode CsvProbablyGb18030 { get; } = Error(4079);

    /// <summary>A record that does not end.</summary>
    public static DiagnosticCode CsvRecordTooLong { get; } = Error(4063);

    /// <summary>A cell of another type than its field.</summary>
    public static DiagnosticCode CsvCellWrongType { get; } = Warning(4064);

    /// <summary>A record that does not say what it belongs to.</summary>
    public static DiagnosticCode CsvNoParent { get; } = Error(4065);

    /// <summary>Repeated columns that do not repeat the same.</summary>
    public static DiagnosticCode CsvParentDiffers { get; } = Warning(4066);

    /// <summary>A text encoding that is not read.</summary>
    public static DiagnosticCode CsvEncoding { get; } = Error(4067);

    /// <summary>A file that is UTF-16.</summary>
    public static DiagnosticCode CsvUtf16 { get; } = Error(4068);

    /// <summary>A file whose cells are separated by something else than commas.</summary>
    public static DiagnosticCode CsvSeparator { get; } = Error(4069);

    /// <summary>A folder without a single table.</summary>
    public static DiagnosticCode CsvFolderEmpty { get; } = Error(4070);
}
