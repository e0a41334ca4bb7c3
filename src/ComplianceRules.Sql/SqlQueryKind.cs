namespace ComplianceRules.Sql;

/// <summary>What a statement asks.</summary>
public enum SqlQueryKind
{
    /// <summary>The ids of schools with a cell that SQL may read otherwise than the engine: they are judged in process.</summary>
    Doubts = 0,

    /// <summary>For each region how many rows there are, then for each rule how many keep it, break it and are not decided.</summary>
    Counts = 1,

    /// <summary>For each row its key and its region, then for each rule 0 where it does not concern the row, 1 kept, 2 broken, 3 not decided.</summary>
    Verdicts = 2,

    /// <summary>What rules of regions ask: of each school its id, its region, whether its lists are whole and then the answers; of rows below a school the school, the answers, and for how many rows they stand. Regions are judged in process from them.</summary>
    Reduced = 3,
}
