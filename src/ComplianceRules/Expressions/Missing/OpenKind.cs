namespace ComplianceRules.Expressions;

/// <summary>What a part of an open condition is made of.</summary>
internal enum OpenKind
{
    /// <summary>It is known to be false.</summary>
    False = 0,

    /// <summary>It is known to be true.</summary>
    True = 1,

    /// <summary>It stands on facts that are missing and on nothing else.</summary>
    Atom = 2,

    /// <summary>It is the opposite of its part.</summary>
    Not = 3,

    /// <summary>All parts must hold.</summary>
    And = 4,

    /// <summary>One part must hold.</summary>
    Or = 5,

    /// <summary>Exactly one part must hold.</summary>
    One = 6,

    /// <summary>The first part says which of the two others counts.</summary>
    Choice = 7,

    /// <summary>So many parts must hold.</summary>
    AtLeast = 8,
}
