using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>One condition that a record must meet to become a row.</summary>
/// <param name="Column">The column it looks at.</param>
/// <param name="Texts">The texts of trimmed cells.</param>
/// <param name="Wanted">Whether the cell must be one of the texts; else it must be none of them.</param>
internal sealed record RowFilter(MappedColumn Column, FrozenSet<string> Texts, bool Wanted)
{
    public bool Holds(ReadOnlySpan<char> cell) => Texts.GetAlternateLookup<ReadOnlySpan<char>>().Contains(cell) == Wanted;
}
