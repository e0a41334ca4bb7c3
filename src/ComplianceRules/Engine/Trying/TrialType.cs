namespace ComplianceRules.Engine;

/// <summary>What kind of value an expression came to.</summary>
public enum TrialType
{
    /// <summary>A truth value.</summary>
    Bool = 0,

    /// <summary>A whole number of 64 bits.</summary>
    Whole = 1,

    /// <summary>A decimal number.</summary>
    Number = 2,

    /// <summary>A text.</summary>
    Text = 3,

    /// <summary>A day.</summary>
    Date = 4,

    /// <summary>A time of day.</summary>
    Time = 5,

    /// <summary>A list of values.</summary>
    List = 6,

    /// <summary>A set of texts.</summary>
    Set = 7,
}
