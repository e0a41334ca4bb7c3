namespace ComplianceRules.Analysis;

/// <summary>What an assessment says of a row under a rule, the row listed or not.</summary>
public enum RecordedState
{
    /// <summary>The assessment does not tell: the row may be kept, not concerned, or not in the data.</summary>
    NotTold = 0,

    /// <summary>Broken; always listed.</summary>
    NonCompliant = 1,

    /// <summary>Broken and waived; always listed.</summary>
    Waived = 2,

    /// <summary>Undetermined, by the row's own finding or by one for all rows.</summary>
    Undetermined = 3,

    /// <summary>Kept: listed as such, or every row of the table was judged and the rule lets none out.</summary>
    Compliant = 4,

    /// <summary>Not concerned by the rule, or not judged by it; listed, or left out where everything is listed.</summary>
    NotApplicable = 5,

    /// <summary>The row is in the data and the rule in force, and the row is not listed: kept or not concerned.</summary>
    KeptOrNotConcerned = 6,

    /// <summary>The row is not in the data.</summary>
    RowAbsent = 7,

    /// <summary>The rule is not in force on the day.</summary>
    RuleNotInForce = 8,

    /// <summary>The rule is not among those that were judged by: its pack was not there, or it was not asked for.</summary>
    RuleAbsent = 9,
}
