namespace ComplianceRules.Packs;

/// <summary>How surely a pack's author knows what an instrument says.</summary>
public enum Certainty
{
    /// <summary>General knowledge only: to be checked before anybody is held to it.</summary>
    Unverified = 0,

    /// <summary>The value was read; number or date, or a part of it, is general knowledge.</summary>
    Mixed = 1,

    /// <summary>The value was read in the instrument or in a named source.</summary>
    Read = 2,
}
