using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The rows that an expression is evaluated on, and the parameter values of the subject's stack.</summary>
/// <param name="Subject">The subject's table.</param>
/// <param name="Row">The subject's row.</param>
/// <param name="Parameters">The values in force for the subject row.</param>
internal sealed record RowFrames(FactTable Subject, int Row, ParameterTable Parameters)
{
    /// <summary>The items at hand of the lists being gone through: frame 1 first, each inside the one before it.</summary>
    public ImmutableArray<ListItem> Items { get; init; } = [];

    /// <summary>How often the innermost list may be gone through for one subject; see <see cref="ListWork"/>.</summary>
    public ImmutableArray<ListWork> Work { get; init; } = [];

    /// <summary>The day of the year, from 0, whose values parameters have, whatever the date that chooses their season; null where that date does.</summary>
    public int? SeasonDay { get; init; }

    /// <summary>The innermost item's table; null outside a list and where it is a value.</summary>
    public FactTable? Child => Items.IsEmpty ? null : Items[^1].Table;

    /// <summary>The innermost item's row; -1 outside a list and where it is a value.</summary>
    public int ChildRow => Items.IsEmpty ? -1 : Items[^1].Row;

    /// <summary>The row that a frame's number means.</summary>
    public (FactTable Table, int Row) At(int frame) => frame == 0 ? (Subject, Row) : (Items[frame - 1].Table!, Items[frame - 1].Row);

    /// <summary>The same rows with an item of one more list.</summary>
    public RowFrames Enter(ListItem item, ListWork work) => this with { Items = Items.Add(item), Work = Work.Add(work) };
}
