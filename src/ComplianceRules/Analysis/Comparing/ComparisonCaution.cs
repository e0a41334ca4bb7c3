namespace ComplianceRules.Analysis;

/// <summary>What a reader of a comparison should know before using it.</summary>
public enum ComparisonCaution
{
    /// <summary>The later assessment is of an earlier day than the other: they may be the wrong way round.</summary>
    Backwards = 0,

    /// <summary>No rule is in both: nothing can be compared.</summary>
    NoSharedRules = 1,

    /// <summary>No school is in both, as far as they name schools: they may be of different places.</summary>
    NoSharedSchools = 2,

    /// <summary>They were made of different regions only.</summary>
    DifferentRegions = 3,

    /// <summary>A pack is the same in both, and yet rules of it are in one alone, in force and not: different rules or areas were asked for.</summary>
    DifferentRules = 4,

    /// <summary>The earlier assessment does not tell which rows were in the data, so that a new breach may be of a row that is new.</summary>
    BeforeHidesRows = 5,

    /// <summary>The later assessment does not tell which rows are in the data, so that a breach no longer listed may be fixed or may have been left out.</summary>
    AfterHidesRows = 6,
}
