namespace ComplianceRules.Engine;

/// <summary>What a fact without a schema is taken for.</summary>
internal enum TrialReading
{
    Int = 0,
    Number = 1,
    Bool = 2,
    Text = 3,
    Date = 4,
    Time = 5,

    /// <summary>A list of child rows.</summary>
    Rows = 6,

    /// <summary>A row above.</summary>
    Above = 7,

    Ints = 8,
    Numbers = 9,
    Bools = 10,
    Texts = 11,
    Dates = 12,
    Times = 13,
}
