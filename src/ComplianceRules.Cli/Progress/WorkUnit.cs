namespace ComplianceRules.Cli.Progress;

/// <summary>What the size of some work is counted in.</summary>
internal enum WorkUnit
{
    /// <summary>Nobody knows how much there is to do.</summary>
    Unknown = 0,
    Rows = 1,
    Bytes = 2,
}
