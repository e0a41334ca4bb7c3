namespace ComplianceRules.Engine;

/// <summary>How an item of a list stands to what is asked of it.</summary>
internal enum Standing
{
    /// <summary>It meets what is asked.</summary>
    Met = 0,

    /// <summary>It does not.</summary>
    NotMet = 1,

    /// <summary>That is not known, or not whether it counts at all.</summary>
    Open = 2,

    /// <summary>It does not count.</summary>
    Out = 3,
}
