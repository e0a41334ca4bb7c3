namespace ComplianceRules.Expressions;

/// <summary>What is asked of the events of a row, counted by period.</summary>
public enum FrequencyPart
{
    /// <summary>Whether any period is judged: one that has ended and counts, or one that runs and is decided already.</summary>
    Judged = 0,

    /// <summary>Whether no judged period breaks a limit.</summary>
    Kept = 1,

    /// <summary>How many events the period has that is nearest to its limit, or farthest beyond it.</summary>
    Count = 2,
}
