namespace ComplianceRules.Reports;

/// <summary>How a case of a JUnit report ended.</summary>
internal enum JUnitOutcome
{
    /// <summary>It passed.</summary>
    Passed = 0,

    /// <summary>What was asked is not so.</summary>
    Failure = 1,

    /// <summary>It could not be decided.</summary>
    Error = 2,

    /// <summary>It does not count.</summary>
    Skipped = 3,
}
