using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The items of a list, counted, with the first few of those that matter.</summary>
/// <remarks>Immutable. Of persons one or two are never told apart, and none is listed, unless the caller asked for it.</remarks>
/// <param name="Table">The table of the rows; null for a list of values.</param>
/// <param name="Title">What people call the rows; null for a list of values.</param>
/// <param name="All">How many items there are, those that perhaps do not belong included.</param>
/// <param name="Counts">How many meet what is asked (compliant), do not (non-compliant) or perhaps do (undetermined); null where nothing is asked of them.</param>
public sealed record ExplainedRows(string? Table, LocalText? Title, ShownCount All, ShownCounts? Counts)
{
    /// <summary>The most items that are listed.</summary>
    public const int MostListed = 5;

    /// <summary>The first of the items that matter, in the ordinal order of their ids.</summary>
    public ImmutableArray<ExplainedRow> Listed { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How many more matter in the same way.</summary>
    public int More { get; init; }
}
