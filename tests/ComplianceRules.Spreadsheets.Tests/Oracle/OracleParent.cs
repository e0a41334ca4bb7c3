using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>The row above a record.</summary>
internal sealed record OracleParent(string Table, ImmutableArray<OraclePart> Key)
{
    public OracleParent? Parent { get; init; }

    public ImmutableArray<OracleField> Fields { get; init; } = [];
}
