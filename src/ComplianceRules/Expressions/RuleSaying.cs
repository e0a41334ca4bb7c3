namespace ComplianceRules.Expressions;

/// <summary>What is asked of other rules' verdicts on a row, once they are given.</summary>
public enum RuleSaying
{
    /// <summary>Whether any of them concerns the row: it is in the row's stack and in force, and its verdict is another than not applicable. Never unknown.</summary>
    Concerns = 0,

    /// <summary>Whether none is broken without excuse: what does not concern the row is kept, what is waived too; unknown where one is undetermined and none broken.</summary>
    Keeps = 1,

    /// <summary>The same where what is waived counts as broken.</summary>
    KeepsUnexcused = 2,

    /// <summary>Whether any of them may judge rows below the row, whichever there are: it is in force, and in the stack of the row, which is that of all below; rows below a region may have more. Never unknown.</summary>
    Reaches = 3,
}
