using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>The rows of one list of one row.</summary>
/// <param name="Missing">Why the list is not known; null where it was reported.</param>
/// <param name="Table">The table of the rows; null where the list was not reported.</param>
/// <param name="Start">The first row.</param>
/// <param name="End">The row after the last.</param>
internal readonly record struct ListRows(UnknownReason? Missing, FactTable? Table, int Start, int End)
{
    public static ListRows Unknown(UnknownReason reason) => new(reason, null, 0, 0);

    /// <summary>Each row of the list, in order.</summary>
    public IEnumerable<ListItem> Items
    {
        get
        {
            for (int row = Start; row < End; row++) yield return ListItem.Of(Table!, row);
        }
    }

    /// <summary>The rows at hand for each row of the list, in order.</summary>
    public IEnumerable<RowFrames> Each(RowFrames rows)
    {
        ListWork work = new(1, End - Start);
        for (int row = Start; row < End; row++) yield return rows.Enter(ListItem.Of(Table!, row), work);
    }
}
