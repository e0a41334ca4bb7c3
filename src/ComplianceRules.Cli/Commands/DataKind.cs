namespace ComplianceRules.Cli.Commands;

/// <summary>What a snapshot is written in.</summary>
internal enum DataKind
{
    Json = 0,

    /// <summary>A line of JSON a school.</summary>
    Ndjson = 1,

    /// <summary>A CSV file, a workbook, or a folder of them.</summary>
    Tables = 2,

    /// <summary>Columns as <c>convert</c> writes them.</summary>
    Columns = 3,

    /// <summary>Tables of a database.</summary>
    Database = 4,
}
