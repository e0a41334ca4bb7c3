namespace ComplianceRules.Packs;

/// <summary>Which of two values of a parameter binds more.</summary>
public enum Strictness
{
    /// <summary>Neither: the value further in takes the place of the one further out.</summary>
    None = 0,

    /// <summary>The smaller number.</summary>
    Lower = 1,

    /// <summary>The larger number.</summary>
    Higher = 2,

    /// <summary>The earlier day or time.</summary>
    Earlier = 3,

    /// <summary>The later day or time.</summary>
    Later = 4,

    /// <summary>The union of both sets.</summary>
    Superset = 5,

    /// <summary>The intersection of both sets.</summary>
    Subset = 6,
}
