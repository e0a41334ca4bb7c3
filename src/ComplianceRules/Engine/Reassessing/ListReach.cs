namespace ComplianceRules.Engine;

/// <summary>How far from a changed row rules may read it through lists of rows above their own.</summary>
internal enum ListReach
{
    /// <summary>Only rows above it and below it read it.</summary>
    Line = 0,

    /// <summary>All rows of its school may.</summary>
    School = 1,

    /// <summary>Any row may.</summary>
    Everywhere = 2,
}
