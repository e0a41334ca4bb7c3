namespace ComplianceRules.Cases;

/// <summary>What a case can show of a comparison.</summary>
public enum BoundarySide
{
    /// <summary>That it holds.</summary>
    True = 0,

    /// <summary>That it fails.</summary>
    False = 1,

    /// <summary>What it says exactly at its limit.</summary>
    Limit = 2,
}
