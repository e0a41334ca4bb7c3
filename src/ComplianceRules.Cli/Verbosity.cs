namespace ComplianceRules.Cli;

/// <summary>How much the tool says beside its results.</summary>
internal enum Verbosity
{
    Normal = 0,

    /// <summary>Errors only.</summary>
    Quiet = 1,

    /// <summary>What was loaded and how long each part of the work took, too.</summary>
    Verbose = 2,
}
