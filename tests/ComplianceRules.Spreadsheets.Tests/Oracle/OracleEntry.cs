using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What one kind of table means.</summary>
/// <param name="Table">The table that the records become rows of.</param>
/// <param name="Sheets">How the names of the sheets begin.</param>
/// <param name="Id">The parts of the id.</param>
internal sealed record OracleEntry(string Table, string Sheets, ImmutableArray<OraclePart> Id)
{
    public ImmutableArray<OracleWhere> Where { get; init; } = [];

    public OracleParent? Parent { get; init; }

    /// <summary>Whether all rows above have their lists.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The column of the row above that says whether its list is whole.</summary>
    public string? CompleteColumn { get; init; }

    public ImmutableArray<OracleField> Fields { get; init; } = [];

    public OracleUnpivot? Unpivot { get; init; }

    public bool IsTransposed { get; init; }
}
