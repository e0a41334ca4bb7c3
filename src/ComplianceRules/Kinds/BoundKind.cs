namespace ComplianceRules.Kinds;

/// <summary>How a limit holds a value.</summary>
public enum BoundKind
{
    /// <summary>At least, the limit included.</summary>
    Min = 0,

    /// <summary>At most, the limit included.</summary>
    Max = 1,

    /// <summary>More than, the limit excluded.</summary>
    Above = 2,

    /// <summary>Less than, the limit excluded.</summary>
    Below = 3,

    /// <summary>The limit itself, or within a tolerance of it, the tolerance included.</summary>
    Equals = 4,

    /// <summary>A set that holds at least these members.</summary>
    Includes = 5,

    /// <summary>A set that holds at most these members.</summary>
    Within = 6,
}
