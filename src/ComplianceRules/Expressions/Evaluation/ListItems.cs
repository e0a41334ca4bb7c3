using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The items of a list, in order; worked out while they are gone through.</summary>
/// <param name="Missing">Why the list is not known at all; null where it is.</param>
/// <param name="Work">How much work going through it is.</param>
/// <param name="All">The items; none where the list is not known.</param>
internal readonly record struct ListItems(UnknownReason? Missing, ListWork Work, IEnumerable<ListItem> All)
{
    public static ListItems Unknown(UnknownReason reason) => new(reason, default, []);

    /// <summary>The rows at hand for each item, with the item itself.</summary>
    public IEnumerable<(ListItem Item, RowFrames Rows)> Each(RowFrames rows)
    {
        foreach (ListItem item in All) yield return (item, rows.Enter(item, Work));
    }
}
