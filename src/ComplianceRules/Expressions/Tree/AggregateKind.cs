namespace ComplianceRules.Expressions;

/// <summary>What is made of the values of a list together.</summary>
public enum AggregateKind
{
    /// <summary>How many items there are.</summary>
    Size = 0,

    /// <summary>The sum; 0 for no items.</summary>
    Sum = 1,

    /// <summary>The smallest or earliest value; unknown for no items.</summary>
    Min = 2,

    /// <summary>The largest or latest value; unknown for no items.</summary>
    Max = 3,

    /// <summary>The mean; unknown for no items.</summary>
    Average = 4,

    /// <summary>The coefficient of variation in population form, weighted where there is an argument: compared by its square, exactly; unknown for no items and for a mean of 0.</summary>
    Variation = 5,

    /// <summary>The value of the nearest rank: the one at place <c>ceil(p n / 100)</c>, at least 1, in ascending order; unknown for no items.</summary>
    Percentile = 6,
}
