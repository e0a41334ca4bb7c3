namespace ComplianceRules.Packs;

/// <summary>What sort of text an instrument is.</summary>
public enum InstrumentKind
{
    /// <summary>A notice or opinion of an authority.</summary>
    Notice = 0,

    /// <summary>An act of a legislature.</summary>
    Law = 1,

    /// <summary>A regulation.</summary>
    Rule = 2,

    /// <summary>A technical standard.</summary>
    Standard = 3,

    /// <summary>A plan of a government or bureau.</summary>
    Plan = 4,

    /// <summary>A report of what an authority said.</summary>
    Press = 5,

    /// <summary>A school's own plan.</summary>
    SchoolPlan = 6,
}
