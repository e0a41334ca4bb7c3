using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Which column is which field.</summary>
internal sealed record OracleField(string Name, string Column)
{
    /// <summary>The unit that the mapping gives; null for none.</summary>
    public string? Unit { get; init; }

    /// <summary>What turns the numbers of the column into the field's unit, whoever says so: unit, factor or header.</summary>
    public decimal Times { get; init; } = 1;

    /// <summary>Whether the mapping says so by `factor`.</summary>
    public bool HasFactor { get; init; }

    public string? Format { get; init; }

    public ImmutableArray<KeyValuePair<string, object?>> Values { get; init; } = [];
}
