namespace ComplianceRules.Engine;

/// <summary>What a part of a condition is, for those who draw it.</summary>
public enum ExplainedKind
{
    /// <summary>Anything else: a comparison, a sum, a call; its text says it all.</summary>
    Other = 0,

    /// <summary>All parts must hold.</summary>
    All = 1,

    /// <summary>One part must hold.</summary>
    Any = 2,

    /// <summary>The part must not hold.</summary>
    Not = 3,

    /// <summary>One of two parts, by a condition: the condition stands first.</summary>
    Choice = 4,

    /// <summary>A fact of a row.</summary>
    Fact = 5,

    /// <summary>A parameter of a pack.</summary>
    Parameter = 6,

    /// <summary>Something asked of, or made of, a list.</summary>
    List = 7,

    /// <summary>Something asked of another rule.</summary>
    Rule = 8,

    /// <summary>So many of the parts must hold; the title says how many.</summary>
    AtLeast = 9,

    /// <summary>What a composed rule asks of the rules of one of its parts; the title says it.</summary>
    Composed = 10,
}
