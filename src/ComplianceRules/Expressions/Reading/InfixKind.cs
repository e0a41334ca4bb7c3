namespace ComplianceRules.Expressions;

/// <summary>What stands between two values, or behind one.</summary>
internal enum InfixKind
{
    /// <summary>A sign of the language, or a habit that means one.</summary>
    Sign = 0,

    /// <summary><c>not in</c>.</summary>
    NotIn = 1,

    /// <summary><c>IS NULL</c>.</summary>
    IsNull = 2,

    /// <summary><c>IS NOT NULL</c>.</summary>
    IsNotNull = 3,

    /// <summary><c>BETWEEN a AND b</c>.</summary>
    Between = 4,

    /// <summary>Something between two values that the language writes in quite another way, or not at all.</summary>
    Foreign = 5,
}
