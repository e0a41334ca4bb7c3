namespace ComplianceRules.Sql;

/// <summary>What becomes of a rule that is not written as SQL.</summary>
public enum SqlRest
{
    /// <summary>It is left out, and the result names it with the reason.</summary>
    LeaveOut = 0,

    /// <summary>The columns that it reads are fetched of all schools asked for, and it is judged in process.</summary>
    JudgeInProcess = 1,
}
