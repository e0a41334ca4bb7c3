namespace ComplianceRules.Engine;

/// <summary>What is asked of the items of a list.</summary>
internal enum ItemQuestion
{
    /// <summary>Whether all meet the condition.</summary>
    All = 0,

    /// <summary>Whether one does.</summary>
    Exists = 1,

    /// <summary>Whether exactly one does.</summary>
    ExistsOne = 2,
}
