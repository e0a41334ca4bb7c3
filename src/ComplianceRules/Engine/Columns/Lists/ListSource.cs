using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>The items of a list: which rows, and which of them count.</summary>
/// <param name="Steps">The tables from the rows at hand up to the one that has the list, both included.</param>
/// <param name="List">The list's name.</param>
/// <param name="Items">The items as rows at hand.</param>
/// <param name="Where">Which items count; null where all do. An item for which it is unknown may count or not.</param>
internal sealed record ListSource(ImmutableArray<string> Steps, string List, RowContext Items, TruthNode? Where)
{
    /// <summary>The table of the row that has the list.</summary>
    public string Owner => Steps[^1];
}
