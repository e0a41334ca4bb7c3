namespace ComplianceRules.Engine;

/// <summary>What judges rows.</summary>
internal enum JudgingEngine
{
    /// <summary>Columns, blocks of rows at once.</summary>
    Columns = 0,

    /// <summary>The interpreter that defines the meaning, row by row.</summary>
    Reference = 1,
}
