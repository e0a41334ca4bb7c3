namespace ComplianceRules.Findings;

/// <summary>How grave a breach is; it follows the wording of the law. A larger value is graver.</summary>
public enum Severity
{
    /// <summary>A plan's goal is not reached yet.</summary>
    Progress = 0,

    /// <summary>Something encouraged is not done.</summary>
    Advice = 1,

    /// <summary>A principle is not kept, or a mandatory rule whose source is not certain or that is being phased in.</summary>
    Warning = 2,

    /// <summary>A mandatory rule is broken.</summary>
    Violation = 3,
}
