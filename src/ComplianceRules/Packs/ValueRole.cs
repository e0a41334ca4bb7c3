namespace ComplianceRules.Packs;

/// <summary>What became of a value on the way to the one in force.</summary>
public enum ValueRole
{
    /// <summary>It is in force.</summary>
    InForce = 0,

    /// <summary>A stricter value of a pack further in took its place.</summary>
    Tightened = 1,

    /// <summary>A stricter value of a pack further out took its place: that one came later.</summary>
    Overtaken = 2,

    /// <summary>A pack further in took its place because a law allows it to bind less.</summary>
    Relaxed = 3,

    /// <summary>A pack further in put another in its place, of a parameter of which no value binds more than another.</summary>
    Replaced = 4,

    /// <summary>A pack further in says the same.</summary>
    Restated = 5,

    /// <summary>The set in force has what it has and what packs further in add, or is what is left of it.</summary>
    Joined = 6,

    /// <summary>The same pack put a later one in its place.</summary>
    Superseded = 7,
}
