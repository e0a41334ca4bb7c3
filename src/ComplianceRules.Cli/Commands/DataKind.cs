namespace ComplianceRules.Cli.Commands;

/// <summary>What a snapshot is written in.</summary>
internal enum DataKind
{
    Json = 0,

    /// <summary>A .csv file, or a folder of them.</summary>
    Csv = 1,
}
