namespace ComplianceRules.Engine;

/// <summary>How far a run is.</summary>
/// <remarks>Immutable. Numbers only grow during a run; the last report of a run that ended has both the same.</remarks>
/// <param name="Judged">How many rows have been judged; a table that is gone through more than once counts each time, and once for each rule where some rules are judged at a time.</param>
/// <param name="Rows">How many there are to judge.</param>
public readonly record struct RunProgress(long Judged, long Rows);
