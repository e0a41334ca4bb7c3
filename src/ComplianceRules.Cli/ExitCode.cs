namespace ComplianceRules.Cli;

/// <summary>What the tool tells the program that started it.</summary>
internal enum ExitCode
{
    Success = 0,

    /// <summary>Schools break rules at or above the severity asked for, or a case does not come out as expected.</summary>
    Failed = 1,

    /// <summary>Nothing is broken as far as is known, but facts are missing for a rule that binds.</summary>
    Undetermined = 2,

    Packs = 3,
    Data = 4,
    Usage = 64,
    Unexpected = 70,
    Cancelled = 130,
}
