namespace ComplianceRules.Engine;

/// <summary>What is known of a part of a condition.</summary>
public enum ExplainedState
{
    /// <summary>It has a value.</summary>
    Known = 0,

    /// <summary>It is not known; the node says why.</summary>
    Unknown = 1,

    /// <summary>Another part decides already, so it was not looked at.</summary>
    NotNeeded = 2,
}
