namespace ComplianceRules.Engine;

/// <summary>What is asked of a cell in the face of a limit; every other comparison is the opposite of one of these.</summary>
internal enum LimitForm
{
    /// <summary>Whether it is the limit or less.</summary>
    AtMost = 0,

    /// <summary>Whether it is less than the limit.</summary>
    Below = 1,

    /// <summary>Whether it is the limit.</summary>
    Same = 2,
}
