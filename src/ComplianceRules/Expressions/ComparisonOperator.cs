namespace ComplianceRules.Expressions;

/// <summary>How two values are compared.</summary>
public enum ComparisonOperator
{
    /// <summary>Both are the same.</summary>
    Equal = 0,

    /// <summary>They differ.</summary>
    NotEqual = 1,

    /// <summary>The left is smaller or earlier.</summary>
    Less = 2,

    /// <summary>The left is smaller, earlier or the same.</summary>
    LessOrEqual = 3,

    /// <summary>The left is larger or later.</summary>
    Greater = 4,

    /// <summary>The left is larger, later or the same.</summary>
    GreaterOrEqual = 5,
}
