namespace ComplianceRules.Findings;

/// <summary>What a correction promises.</summary>
public enum CorrectionKind
{
    /// <summary>No change of facts that may be changed was found that puts it right without a new breach; the sentence says what stands in the way.</summary>
    None = 0,

    /// <summary>The changes put it right, break nothing else, and no cheaper ones do.</summary>
    Cheapest = 1,

    /// <summary>The changes put it right and break nothing else; cheaper ones may.</summary>
    Sufficient = 2,

    /// <summary>Nothing is known to be wrong: facts are to be collected first.</summary>
    Collect = 3,
}
