namespace ComplianceRules.Engine;

/// <summary>Which rows are listed among the findings.</summary>
internal enum FindingDetail
{
    /// <summary>Those that somebody has to look at: neither compliant nor not applicable.</summary>
    Open = 0,

    /// <summary>Compliant and not applicable rows too.</summary>
    All = 1,

    /// <summary>Every single row, personal ones and those that lack a whole column too: what a case of a pack looks at.</summary>
    EveryRow = 2,
}
