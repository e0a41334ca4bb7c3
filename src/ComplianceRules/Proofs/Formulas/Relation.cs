namespace ComplianceRules.Proofs;

/// <summary>How a sum stands to zero.</summary>
internal enum Relation
{
    /// <summary>Smaller or the same.</summary>
    AtMost = 0,

    /// <summary>Smaller.</summary>
    Below = 1,

    /// <summary>Larger or the same.</summary>
    AtLeast = 2,

    /// <summary>Larger.</summary>
    Above = 3,

    /// <summary>The same.</summary>
    Equal = 4,

    /// <summary>Another.</summary>
    Unequal = 5,
}
