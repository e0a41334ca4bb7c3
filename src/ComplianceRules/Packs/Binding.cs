namespace ComplianceRules.Packs;

/// <summary>How strictly an instrument's wording binds.</summary>
public enum Binding
{
    /// <summary>Must, must not: a breach is a violation.</summary>
    Mandatory = 0,

    /// <summary>In principle, generally: a breach is a warning that a recorded reason may excuse.</summary>
    Principle = 1,

    /// <summary>Encouraged, advised: a breach is advice.</summary>
    Encouraged = 2,

    /// <summary>A plan's goal: a breach is progress still to be made.</summary>
    Target = 3,
}
